package org.koploper.kpi;

import java.time.LocalDate;
import org.koploper.period.Period;

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
