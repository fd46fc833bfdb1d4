package org.koploper.kpi;

import java.util.EnumSet;
import java.util.Set;
import org.koploper.kpi.KpiReason.Code;

/**
 * How a number is made: of which measures, and what is done with them.
 *
 * @param shifts which other times are needed beside the own one
 * @param origin what to know about where it comes from; null for nothing
 */
record Formula(
        Set<Measure> measures,
        Set<Shift> shifts,
        Making making,
        @org.jspecify.annotations.Nullable Code origin) {

    @FunctionalInterface
    interface Making {
        Reading of(Numbers numbers);
    }

    static Formula of(Set<Measure> measures, Making making) {
        return new Formula(measures, EnumSet.noneOf(Shift.class), making, null);
    }

    /** A sum. */
    static Formula sum(Measure measure) {
        return of(EnumSet.of(measure), numbers -> numbers.sum(measure, null));
    }

    /** A sum, resting on so many cases. */
    static Formula sum(Measure measure, Measure cases) {
        return of(EnumSet.of(measure, cases), numbers -> numbers.sum(measure, cases));
    }

    /** One divided by the other. */
    static Formula ratio(Measure part, Measure whole) {
        return of(EnumSet.of(part, whole), numbers -> numbers.quotient(numbers.of(part), numbers.of(whole)));
    }

    /** One divided by the other, which has to be as much as a percentage takes. */
    static Formula rate(Measure part, Measure whole) {
        return of(EnumSet.of(part, whole), numbers -> numbers.rate(numbers.of(part), numbers.of(whole)));
    }

    /** Won divided by what was decided. */
    static Formula decided(Measure won, Measure lost) {
        return of(
                EnumSet.of(won, lost),
                numbers -> numbers.rate(numbers.of(won), numbers.of(won).add(numbers.of(lost))));
    }

    /** The one in the middle of numbers that were counted. */
    static Formula median(Measure measure) {
        return of(EnumSet.of(measure), numbers -> numbers.median(measure));
    }

    /** How much more, or less, than at another time. */
    static Formula growth(Measure measure, Shift shift) {
        return of(EnumSet.of(measure), numbers -> numbers.growth(measure, shift))
                .beside(shift);
    }

    /** Those that are needed of other times too. */
    Set<Measure> everywhere() {
        Set<Measure> facts = EnumSet.noneOf(Measure.class);
        measures.stream().filter(FactSources::knows).forEach(facts::add);
        return facts;
    }

    Formula beside(Shift... more) {
        Set<Shift> all = EnumSet.noneOf(Shift.class);
        all.addAll(shifts);
        all.addAll(Set.of(more));
        return new Formula(measures, all, making, origin);
    }

    Formula saying(Code code) {
        return new Formula(measures, shifts, making, code);
    }
}
