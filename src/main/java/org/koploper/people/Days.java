package org.koploper.people;

import java.time.LocalDate;

/** The two ends of time as people use them. */
final class Days {

    /** From always: where nobody said since when, so that sales of the past count as well. */
    static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** Until further notice, in tables that need a last day. */
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private Days() {}
}
