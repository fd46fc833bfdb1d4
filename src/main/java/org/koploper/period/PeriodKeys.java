package org.koploper.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** The written form of a {@link Period}: short for calendar periods, sortable within one kind, safe in an address. */
final class PeriodKeys {

    private static final String RANGE = "..";

    private PeriodKeys() {}

    static String format(Period period) {
        LocalDate from = period.from();
        return switch (period.kind()) {
            case DAY -> from.toString();
            case WEEK ->
                year(from.get(IsoFields.WEEK_BASED_YEAR)) + "-W" + two(from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> year(from.getYear()) + "-" + two(from.getMonthValue());
            case QUARTER -> year(from.getYear()) + "-Q" + from.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> year(from.getYear());
            case CUSTOM -> from + RANGE + period.to();
        };
    }

    static Period parse(String key) {
        try {
            int range = key.indexOf(RANGE);
            if (range >= 0) {
                return new Period(date(key.substring(0, range)), date(key.substring(range + RANGE.length())));
            }
            return calendar(key);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not a period: '" + key + "'", e);
        }
    }

    private static Period calendar(String key) {
        return switch (key.length()) {
            case 4 -> Period.year(LocalDate.of(number(key, 0, 4), 1, 1));
            case 7 -> key.charAt(5) == 'Q' ? quarter(key) : Period.month(date(key + "-01"));
            case 8 -> week(key);
            case 10 -> Period.day(date(key));
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static Period quarter(String key) {
        expect(key, 4, '-');
        return Period.quarter(LocalDate.of(number(key, 0, 4), number(key, 6, 7) * 3, 1));
    }

    private static Period week(String key) {
        expect(key, 4, '-');
        expect(key, 5, 'W');
        int year = number(key, 0, 4);
        int week = number(key, 6, 8);
        // 4 January always lies in week 1; a week 53 that the year does not have would silently be week 1 of the next
        LocalDate first = LocalDate.of(year, 1, 4);
        if (week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(first)
                                .getMaximum()) {
            throw new IllegalArgumentException(key);
        }
        return Period.week(first.plusWeeks(week - 1L));
    }

    private static LocalDate date(String text) {
        if (text.length() != 10) {
            throw new IllegalArgumentException(text);
        }
        expect(text, 4, '-');
        expect(text, 7, '-');
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new IllegalArgumentException(text);
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private static void expect(String text, int at, char expected) {
        if (text.charAt(at) != expected) {
            throw new IllegalArgumentException(text);
        }
    }

    private static String year(int year) {
        return "0".repeat(Math.max(0, 4 - Integer.toString(year).length())) + year;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
