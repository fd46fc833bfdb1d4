package org.koploper.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A run of whole days, at least one. Two periods with the same days are equal however they were made: 1 to 30 November
 * is the month of November.
 *
 * @param from first day, included
 * @param to last day, included
 */
public record Period(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException when the last day lies before the first */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A period ends on or after its first day, not from " + from + " to " + to);
        }
    }

    public static Period day(LocalDate date) {
        return new Period(date, date);
    }

    /** The ISO week: Monday to Sunday. */
    public static Period week(LocalDate date) {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(monday, monday.plusDays(6));
    }

    public static Period month(LocalDate date) {
        return months(date.withDayOfMonth(1), 1);
    }

    public static Period quarter(LocalDate date) {
        int first = date.get(IsoFields.QUARTER_OF_YEAR) * 3 - 2;
        return months(LocalDate.of(date.getYear(), first, 1), 3);
    }

    /** The calendar year. */
    public static Period year(LocalDate date) {
        return months(date.withDayOfYear(1), 12);
    }

    private static Period months(LocalDate first, int count) {
        return new Period(first, first.plusMonths(count).minusDays(1));
    }

    /**
     * Reads a key as {@link #key()} writes it.
     *
     * @throws IllegalArgumentException for any other text, with the text in the message
     */
    public static Period parse(String key) {
        return PeriodKeys.parse(key);
    }

    /** {@code 2026-11-20}, {@code 2026-W47}, {@code 2026-11}, {@code 2026-Q4}, {@code 2026} or {@code 2026-11-03..2026-11-20}. */
    public String key() {
        return PeriodKeys.format(this);
    }

    public PeriodKind kind() {
        if (from.equals(to)) {
            return PeriodKind.DAY;
        }
        for (PeriodKind kind :
                new PeriodKind[] {PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR}) {
            if (equals(kind.around(from))) {
                return kind;
            }
        }
        return PeriodKind.CUSTOM;
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** The days both have; empty when they have none in common. */
    public Optional<Period> intersect(Period other) {
        LocalDate first = from.isAfter(other.from) ? from : other.from;
        LocalDate last = to.isBefore(other.to) ? to : other.to;
        return last.isBefore(first) ? Optional.empty() : Optional.of(new Period(first, last));
    }

    /** How many days, at least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The one of the same kind just before; for a custom period the same number of days just before. */
    public Period previous() {
        PeriodKind kind = kind();
        return kind == PeriodKind.CUSTOM
                ? new Period(from.minusDays(days()), from.minusDays(1))
                : kind.around(from.minusDays(1));
    }

    /** The one of the same kind just after; for a custom period the same number of days just after. */
    public Period next() {
        PeriodKind kind = kind();
        return kind == PeriodKind.CUSTOM
                ? new Period(to.plusDays(1), to.plusDays(days()))
                : kind.around(to.plusDays(1));
    }

    @Override
    public String toString() {
        return key();
    }
}
