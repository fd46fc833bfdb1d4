package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What managers see of the deals of the people below. */
public final class TeamSales {

    private TeamSales() {}

    /**
     * Each deal is seen by everybody above its seller on the day on which it was won.
     *
     * @param sold what each person is credited with, by the names that the reporting lines use
     * @param managers whose view is asked for
     * @return the {@link Beside#team} of each manager who sees anything; pay of lower levels is told by {@link LowerLevels}
     * @throws IllegalArgumentException when people report in a circle
     */
    public static Map<String, List<Credit>> seen(
            Map<String, List<Credit>> sold, ReportingLines reporting, Set<String> managers) {
        Map<String, List<Credit>> seen = new HashMap<>();
        sold.forEach((seller, credits) -> {
            for (Credit credit : credits) {
                List<String> above =
                        reporting.above(seller, credit.facts().origin().wonOn(credit.date()));
                for (int level = 1; level <= above.size(); level++) {
                    String manager = above.get(level - 1);
                    if (managers.contains(manager)) {
                        seen.computeIfAbsent(manager, one -> new ArrayList<>())
                                .add(seen(credit, seller, level, BigDecimal.ZERO));
                    }
                }
            }
        });
        return seen;
    }

    /** The id under which a manager sees a deal of that seller. */
    static String id(Credit credit, String seller) {
        return credit.deal() + "/" + seller;
    }

    /**
     * @param level 1 for whoever the seller reports to
     * @param below what the seller and the levels between earn on the deal
     */
    static Credit seen(Credit credit, String seller, int level, BigDecimal below) {
        Facts facts = credit.facts();
        Map<String, String> traits = new HashMap<>(facts.traits());
        traits.put(Beside.MEMBER, seller);
        traits.put(Beside.LEVEL, Integer.toString(level));
        return new Credit(
                id(credit, seller),
                credit.date(),
                credit.dealAmount(),
                credit.share(),
                new Facts(
                        facts.cost(),
                        facts.costKnown(),
                        facts.quantity(),
                        facts.deals(),
                        traits,
                        facts.origin(),
                        below,
                        null));
    }
}
