package org.koploper.period;

/** A country (or part of one) whose public holidays are known: see {@link Holidays}. */
public enum HolidayCalendar {
    /** Belgium. */
    BE,
    /** The Netherlands. */
    NL,
    /** England and Wales; Scotland and Northern Ireland differ. */
    GB
}
