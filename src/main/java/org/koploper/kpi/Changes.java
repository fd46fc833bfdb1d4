package org.koploper.kpi;

/** A state on any day as the sum of what came and went until then. */
final class Changes {

    private Changes() {}

    /**
     * One more from its day on, one less when another state takes over.
     *
     * @param states a derived table named s with from_day, until_day (null: still), owner_id, currency, worth, customer_id,
     *     product_id, lead_id
     */
    static FactSource of(String states, Measure count, Measure worth) {
        String holds = "(s.until_day is null or s.until_day > s.from_day)";
        return FactSource.stock(
                about(Branch.from(states, "s.owner_id", "s.from_day").where(holds))
                        .counting(count, "1")
                        .counting(worth, "s.worth"),
                about(Branch.from(states, "s.owner_id", "s.until_day").where(holds + " and s.until_day is not null"))
                        .counting(count, "-1")
                        .counting(worth, "-s.worth"));
    }

    private static Branch about(Branch branch) {
        return branch.in("s.currency").about("s.customer_id", "s.product_id", "s.lead_id");
    }
}
