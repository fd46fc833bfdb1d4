package org.koploper.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/** The parameters {@code from} and {@code to}: ISO dates, both included; without them the current month. */
final class AskedPeriod {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private AskedPeriod() {}

    static Period of(@Nullable String from, @Nullable String to, Clock clock) {
        if (from == null && to == null) {
            return Period.month(LocalDate.now(clock));
        }
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first)) {
            throw Refusal.invalid("to", "ends-before-start", "The last day lies before the first.");
        }
        return new Period(first, last);
    }

    private static LocalDate day(String field, @Nullable String text) {
        if (text == null) {
            throw Refusal.invalid(field, "missing", "Give both from and to, or neither.");
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // answered below
        }
        throw Refusal.invalid(field, "not-a-date", "Write a date such as 2026-11-20.");
    }
}
