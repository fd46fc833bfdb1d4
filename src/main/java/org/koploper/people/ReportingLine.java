package org.koploper.people;

import java.time.LocalDate;

/**
 * Somebody below somebody, for some time.
 *
 * @param to last day, included; {@link Days#FOREVER} for until further notice
 */
record ReportingLine(long person, long manager, LocalDate from, LocalDate to) {

    /** The same, cut to what lies inside that time; null where nothing does. */
    @org.jspecify.annotations.Nullable
    ReportingLine within(LocalDate first, LocalDate last) {
        LocalDate start = from.isAfter(first) ? from : first;
        LocalDate end = to.isBefore(last) ? to : last;
        return end.isBefore(start) ? null : new ReportingLine(person, manager, start, end);
    }
}
