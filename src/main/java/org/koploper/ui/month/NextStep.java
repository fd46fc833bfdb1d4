package org.koploper.ui.month;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.TierStand;
import org.koploper.kpi.Goal;
import org.koploper.kpi.OwnMeters;
import org.koploper.ledger.Statement;

/**
 * The one thing that is most worth doing next. The first rule that fits decides, from what must be put right to what is
 * going well:
 *
 * <ol>
 *   <li>no plan: ask for one;
 *   <li>no goal: agree one;
 *   <li>less than nothing earned: look at what was taken back;
 *   <li>the next tier is no further than one average order: go for it;
 *   <li>behind what is expected by now: follow up the open quotes, or where there are none, make new ones;
 *   <li>the goal is reached: what the next sale earns;
 *   <li>otherwise: keep going.
 * </ol>
 *
 * @param rule which one
 * @param whom to ask
 * @param amount the money it is about; null where it is about none
 * @param rate the commission rate it is about; null where it is about none
 * @param quotes how many quotes are open
 */
record NextStep(
        Rule rule,
        String whom,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal rate,
        int quotes) {

    /** Which rule decided. */
    enum Rule {
        ASK_FOR_PLAN,
        AGREE_GOAL,
        LOOK_AT_CLAWBACK,
        NEXT_TIER,
        FOLLOW_UP,
        NEW_QUOTES,
        GOAL_REACHED,
        KEEP_GOING
    }

    static NextStep of(Statement statement, Goal goal, List<TierStand> stands, OwnMeters meters, String whom) {
        if (stands.isEmpty()) {
            return new NextStep(Rule.ASK_FOR_PLAN, whom, null, null, 0);
        }
        BigDecimal target = goal.target();
        if (target == null) {
            return new NextStep(Rule.AGREE_GOAL, whom, null, null, 0);
        }
        if (statement.total().signum() < 0) {
            return new NextStep(Rule.LOOK_AT_CLAWBACK, whom, null, null, 0);
        }
        Optional<NextStep> near = nearTier(stands, meters, whom);
        if (near.isPresent()) {
            return near.get();
        }
        return switch (goal.state()) {
            case BEHIND, AT_RISK ->
                new NextStep(
                        meters.openQuotes() > 0 ? Rule.FOLLOW_UP : Rule.NEW_QUOTES,
                        whom,
                        target.subtract(goal.value()),
                        null,
                        meters.openQuotes());
            case REACHED ->
                new NextStep(
                        Rule.GOAL_REACHED,
                        whom,
                        null,
                        stands.stream()
                                .map(stand -> stand.here().rate())
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        0);
            default -> new NextStep(Rule.KEEP_GOING, whom, null, null, meters.openQuotes());
        };
    }

    /** The nearest tier, where one order of average size reaches it; on a goal in another currency none is compared. */
    private static Optional<NextStep> nearTier(List<TierStand> stands, OwnMeters meters, String whom) {
        BigDecimal order = meters.averageOrder();
        if (order == null) {
            return Optional.empty();
        }
        return stands.stream()
                .filter(stand -> stand.window() != null
                        && Objects.equals(meters.currency(), stand.currency().getCurrencyCode()))
                .filter(stand -> stand.toNext()
                        .filter(missing -> missing.signum() > 0 && missing.compareTo(order) <= 0)
                        .isPresent())
                .min(Comparator.comparing(stand -> stand.toNext().orElseThrow()))
                .map(stand -> new NextStep(
                        Rule.NEXT_TIER,
                        whom,
                        stand.toNext().orElseThrow(),
                        stand.next().orElseThrow().rate(),
                        0));
    }
}
