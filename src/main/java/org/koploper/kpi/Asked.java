package org.koploper.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.koploper.period.Period;

/**
 * Measures of one scope, each of them in every slot.
 *
 * @param only what of it counts; of what is known of a period only there is nothing unless it is everything
 * @param slots in the order of their time, at least one, all begun
 */
record Asked(Set<Measure> measures, Only only, KpiScope scope, List<Slot> slots) {

    /** With more of them than that, a statement that tells them apart takes longer than one that tells of every day. */
    private static final int MOST_STRETCHES = 64;

    Asked(Set<Measure> measures, KpiScope scope, List<Slot> slots) {
        this(measures, Only.EVERYTHING, scope, slots);
    }

    /** Without what has not begun, and who asks for nothing else; slots in the order of their time. */
    static List<Asked> begun(List<Asked> all) {
        List<Asked> begun = new ArrayList<>();
        for (Asked asked : all) {
            List<Slot> slots = asked.slots().stream()
                    .filter(Slot::hasBegun)
                    .sorted(Comparator.comparing((Slot slot) -> slot.period().from())
                            .thenComparing(Slot::day))
                    .toList();
            if (!slots.isEmpty()) {
                begun.add(new Asked(asked.measures(), asked.only(), asked.scope(), slots));
            }
        }
        return begun;
    }

    /** Who asks for any of these, and for which of them. */
    static List<Asked> asking(List<Asked> all, Set<Measure> known) {
        return all.stream()
                .map(asked -> asked.fewer(asked.of(known)))
                .filter(asked -> !asked.measures().isEmpty())
                .toList();
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

    /**
     * The last day of each stretch that lies in the same slots from end to end; none when there would be too many, or where the
     * day of a fact has to be looked up: PostgreSQL would do so for each of them.
     */
    List<LocalDate> stretches(FactSource source) {
        return stretches(source.branches().stream().anyMatch(Branch::isDerived) ? 1 : MOST_STRETCHES);
    }

    /** The same where no day has to be looked up. */
    List<LocalDate> stretches() {
        return stretches(MOST_STRETCHES);
    }

    private List<LocalDate> stretches(int most) {
        LocalDate first = first();
        SortedSet<LocalDate> ends = new TreeSet<>();
        for (Slot slot : slots) {
            ends.add(slot.day());
            LocalDate before = slot.period().from().minusDays(1);
            if (!before.isBefore(first)) {
                ends.add(before);
            }
        }
        return ends.size() > most ? List.of() : List.copyOf(ends);
    }
}
