package org.koploper.kpi;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.koploper.period.Period;

/**
 * Measures of one scope, each of them in every slot.
 *
 * @param only what of it counts; of what is known of a period only there is nothing unless it is everything
 * @param slots in the order of their time, at least one, all begun
 */
record Asked(Set<Measure> measures, Only only, KpiScope scope, List<Slot> slots) {

    Asked(Set<Measure> measures, KpiScope scope, List<Slot> slots) {
        this(measures, Only.EVERYTHING, scope, slots);
    }

    /** Those of them that one source knows. */
    Set<Measure> of(Set<Measure> known) {
        Set<Measure> both = EnumSet.noneOf(Measure.class);
        measures.stream().filter(known::contains).forEach(both::add);
        return both;
    }

    Asked fewer(Set<Measure> fewer) {
        return new Asked(fewer, only, scope, slots);
    }

    LocalDate first() {
        return slots.getFirst().period().from();
    }

    /** The last day that counts. */
    LocalDate last() {
        return slots.stream().map(Slot::day).max(LocalDate::compareTo).orElseThrow();
    }

    /** From the first day to the end of the last slot, days to come included. */
    Period whole() {
        return new Period(first(), slots.getLast().period().to());
    }
}
