package org.koploper.kpi;

import java.util.function.UnaryOperator;

/** A state on any day as the sum of what came and went until then. */
final class Changes {

    private Changes() {}

    /**
     * One more from its day on, one less when another state takes over.
     *
     * @param states tables, of which one named s has from_day, owner_id and currency
     * @param which condition of those that count
     * @param until the day on which another state takes over; null: none
     * @param counting what each of them is worth, and whom it is about
     */
    static FactSource of(String states, String which, String until, UnaryOperator<Branch> counting) {
        String held = which + " and s.from_day is not null and (" + until + " is null or " + until + " > s.from_day)";
        Branch came = counting.apply(
                Branch.from(states, "s.owner_id", "s.from_day").where(held).in("s.currency"));
        Branch went = counting.apply(Branch.from(states, "s.owner_id", until)
                .where(held + " and " + until + " is not null")
                .in("s.currency"));
        return FactSource.stock(came, went.takenBack());
    }
}
