package org.koploper.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;

/**
 * One stretch of time that is asked about.
 *
 * @param key as an answer names it; empty for the only one
 * @param period whole, days to come included
 * @param day the last one that counts, on which states are read; before the period when it has not begun
 */
record Slot(String key, Period period, LocalDate day) {

    static Slot of(String key, Period period, LocalDate asOf) {
        return new Slot(key, period, asOf.isBefore(period.to()) ? asOf : period.to());
    }

    /**
     * One for each of that kind, cut at both ends where the period begins or ends in the middle of one.
     *
     * @throws IllegalArgumentException for more than {@code most}
     */
    static List<Slot> within(Period period, PeriodKind kind, LocalDate asOf, int most) {
        List<Slot> slots = new ArrayList<>();
        for (Period one = kind.around(period.from());
                !one.from().isAfter(period.to());
                one = kind.around(one.to().plusDays(1))) {
            slots.add(of(one.key(), one.intersect(period).orElseThrow(), asOf));
            if (slots.size() > most) {
                throw new IllegalArgumentException("More than " + most + " of " + kind);
            }
        }
        return slots;
    }

    boolean hasBegun() {
        return !day.isBefore(period.from());
    }

    /** The days of it that count; only of one that has begun. */
    Period passed() {
        return new Period(period.from(), day);
    }

    boolean isWholeMonths() {
        return period.from().getDayOfMonth() == 1
                && period.to().getDayOfMonth() == period.to().lengthOfMonth();
    }

    boolean isOver() {
        return !day.isBefore(period.to());
    }
}
