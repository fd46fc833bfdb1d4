package org.koploper.period;

import java.time.LocalDate;

/** What sort of stretch of the calendar a {@link Period} is. */
public enum PeriodKind {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    /** Any other run of days. */
    CUSTOM;

    /**
     * The period of this kind that the date lies in.
     *
     * @throws IllegalArgumentException for {@link #CUSTOM}, which has no calendar of its own
     */
    public Period around(LocalDate date) {
        return switch (this) {
            case DAY -> Period.day(date);
            case WEEK -> Period.week(date);
            case MONTH -> Period.month(date);
            case QUARTER -> Period.quarter(date);
            case YEAR -> Period.year(date);
            case CUSTOM -> throw new IllegalArgumentException("A custom period needs both its days");
        };
    }
}
