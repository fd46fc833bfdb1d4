package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * What becomes of what is found out too late about a month. An open month is always restated: it is computed again from all
 * facts. A closed one stays, and what it comes to more or less is carried forward to the first open statement; or it is
 * forgiven, where the plan says so and it is little. It is compared with what stands on closed statements, so small
 * differences of one month add up and are carried forward once they are no longer little together.
 *
 * @param below what a closed month differs by has to be less than this to be forgiven, in the currency of pay; null where
 *     nothing is
 */
public record Late(@Nullable BigDecimal below) {

    /** Every difference is carried forward. */
    public static final Late CARRIED_FORWARD = new Late(null);

    /** @throws IllegalArgumentException when the limit is not above zero */
    public Late {
        if (below != null && below.signum() <= 0) {
            throw new IllegalArgumentException("A difference to forgive must be above zero, not " + below);
        }
        below = below == null ? null : Decimals.canonical(below);
    }

    /**
     * What takes off again what is too little to be carried forward: one line for each closed month of which something is
     * forgiven, with what it comes to now, what stands on closed statements, and the limit as its reason.
     *
     * @param plan its name
     * @param source of the limit, as reasons name it
     * @param lines the whole truth of one payee under one version of the plan
     * @param settled what stands on closed statements for it, by month, forgiven amounts included
     */
    public List<Line> forgiven(
            String plan,
            String source,
            List<Line> lines,
            Map<YearMonth, BigDecimal> settled,
            Predicate<YearMonth> isClosed) {
        if (below == null) {
            return List.of();
        }
        Map<YearMonth, BigDecimal> now = new TreeMap<>();
        settled.keySet().forEach(month -> now.put(month, BigDecimal.ZERO));
        lines.forEach(line -> now.merge(line.month(), line.amount(), BigDecimal::add));
        Reason limit = Reason.given(Label.FORGIVEN_BELOW, below, Unit.AMOUNT, source);
        List<Line> forgiven = new ArrayList<>();
        now.forEach((month, amount) -> {
            Reason less = less(month, amount, settled.getOrDefault(month, BigDecimal.ZERO), limit);
            if (isClosed.test(month) && less.result().signum() != 0) {
                forgiven.add(line(plan, month, less));
            }
        });
        return forgiven;
    }

    private static Reason less(YearMonth month, BigDecimal now, BigDecimal settled, Reason limit) {
        Reason known = Reason.given(Label.MONTH_NOW, now, Unit.AMOUNT, "month:" + month);
        Reason before = Reason.given(Label.ON_CLOSED_STATEMENT, settled, Unit.AMOUNT, "closed:" + month);
        Reason more = Reason.amount(Label.LATE_DIFFERENCE, Formula.DIFFERENCE, null, List.of(known, before));
        Reason less = more.mirrored(Label.TAKEN_OFF_AGAIN);
        Reason size = Reason.amount(Label.SIZE_OF_DIFFERENCE, Formula.MOST, null, List.of(more, less));
        Reason nothing = Reason.given(Label.NOTHING, BigDecimal.ZERO, Unit.AMOUNT, null);
        return Reason.amount(Label.FORGIVEN, Formula.BELOW, "closed:" + month, List.of(size, limit, less, nothing));
    }

    /** It is about no component, like a debt that is carried: named after the plan, as a key can hold it. */
    private static Line line(String plan, YearMonth month, Reason less) {
        return new Line(LineKind.FORGIVEN, plan.replace(LineKey.SEPARATOR, '/'), null, month, less);
    }
}
