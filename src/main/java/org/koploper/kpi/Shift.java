package org.koploper.kpi;

/** The other stretch of time that a growth or a forecast is held against. */
enum Shift {
    /** The same number of days of the period before: all of it once this one is over. */
    PREVIOUS,
    /** The whole period before. */
    PREVIOUS_WHOLE,
    /** The same period a year before, up to the same number of working days. */
    YEAR_BEFORE
}
