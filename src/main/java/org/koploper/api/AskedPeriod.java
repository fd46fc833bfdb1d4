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
            throw ApiProblem.invalid("to", "ends-before-start", last.toString(), first.toString());
        }
        return new Period(first, last);
    }

    static LocalDate day(String field, @Nullable String text) {
        if (text == null) {
            throw ApiProblem.invalid(field, "missing");
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // answered below
        }
        throw ApiProblem.invalid(field, "not-a-date", ApiProblem.shortened(text), "yyyy-MM-dd");
    }
}
