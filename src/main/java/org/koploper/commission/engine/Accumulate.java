package org.koploper.commission.engine;

import java.time.LocalDate;
import org.koploper.period.Period;

/** How long credits add up before the position in the tiers starts at zero again. */
public enum Accumulate {
    /** Never: every credit is rated alone. */
    NONE,
    MONTH,
    QUARTER,
    YEAR;

    /**
     * The calendar days whose credits are paid together with those of the date. Never less than the month, since a
     * month's payout is rounded as one.
     */
    public Period window(LocalDate date) {
        return switch (this) {
            case NONE, MONTH -> Period.month(date);
            case QUARTER -> Period.quarter(date);
            case YEAR -> Period.year(date);
        };
    }
}
