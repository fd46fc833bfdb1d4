package org.koploper.kpi;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Measures that come from the same rows.
 *
 * @param stock whether they add up from the beginning of time to a state on a day, instead of over a period
 * @param byDay whether {@link TeamDays} keeps their sums: only what follows from the days that a change of sales touches
 */
record FactSource(boolean stock, boolean byDay, List<Branch> branches) {

    static FactSource flow(Branch... branches) {
        return new FactSource(false, false, List.of(branches));
    }

    static FactSource flow(List<Branch> branches) {
        return new FactSource(false, false, branches);
    }

    static FactSource stock(Branch... branches) {
        return new FactSource(true, false, List.of(branches));
    }

    /** The same, with sums kept by day. */
    FactSource keptByDay() {
        return new FactSource(stock, true, branches);
    }

    Set<Measure> measures() {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        branches.forEach(branch -> measures.addAll(branch.amounts().keySet()));
        return measures;
    }
}
