package org.koploper.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Monday to Friday without the given holidays.
 *
 * @param holidays days off; those on a Saturday or Sunday change nothing
 */
public record WorkingDays(Set<LocalDate> holidays) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
    }

    /** With the public holidays of that calendar in every year the period touches, so for questions inside it. */
    public static WorkingDays in(HolidayCalendar calendar, Period period) {
        return new WorkingDays(
                IntStream.rangeClosed(period.from().getYear(), period.to().getYear())
                        .boxed()
                        .flatMap(year -> Holidays.of(calendar, year).stream())
                        .map(Holiday::date)
                        .collect(Collectors.toSet()));
    }

    public boolean isWorkingDay(LocalDate date) {
        return isWeekday(date) && !holidays.contains(date);
    }

    /** Working days in the period, zero or more. */
    public int count(Period period) {
        long off = holidays.stream()
                .filter(day -> isWeekday(day) && period.contains(day))
                .count();
        return Math.toIntExact(weekdays(period) - off);
    }

    /** Working days of the period up to and including the date: zero before it starts, all of them once it is over. */
    public int elapsed(Period period, LocalDate date) {
        if (date.isBefore(period.from())) {
            return 0;
        }
        return count(date.isBefore(period.to()) ? new Period(period.from(), date) : period);
    }

    private static long weekdays(Period period) {
        long weeks = period.days() / 7;
        long count = weeks * 5;
        for (LocalDate day = period.from().plusWeeks(weeks); !day.isAfter(period.to()); day = day.plusDays(1)) {
            count += isWeekday(day) ? 1 : 0;
        }
        return count;
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }
}
