package org.koploper.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.koploper.period.HolidayCalendar;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;

/**
 * The day the demo is seen, and the days that follow from it: what is told never lies after it, and the running month is
 * alive on its first day too.
 *
 * @param today the last day of the history
 */
record DemoDay(LocalDate today) {

    /** Whole months of history before the running one. */
    static final int MONTHS = 18;

    YearMonth month() {
        return YearMonth.from(today);
    }

    YearMonth firstMonth() {
        return month().minusMonths(MONTHS);
    }

    /** All months of the history, the running one included. */
    List<YearMonth> months() {
        return Stream.iterate(firstMonth(), month -> !month.isAfter(month()), month -> month.plusMonths(1))
                .toList();
    }

    LocalDate start() {
        return firstMonth().atDay(1);
    }

    /** In the middle of a month, late enough for a young history and early enough to have one. */
    LocalDate joinedOn() {
        LocalDate middle = month().minusMonths(5).atDay(15);
        return workingDays(HolidayCalendar.BE).stream()
                .filter(day -> !day.isBefore(middle))
                .findFirst()
                .orElse(middle);
    }

    /** The last first of July with at least one whole month after it. */
    LocalDate movedOn() {
        LocalDate july = LocalDate.of(today.getYear(), 7, 1);
        return july.isBefore(month().minusMonths(1).atDay(1)) ? july : july.minusYears(1);
    }

    /** From when the second version of the accountmanagers' plan is valid. */
    LocalDate newPlanOn() {
        return month().minusMonths(4).atDay(1);
    }

    /**
     * The days of a month up to today on which somebody may have sold. Where no working day has passed yet (the first of
     * January, a month that starts with a weekend) every day counts: a board without a single name shows nothing.
     */
    List<LocalDate> sellingDays(YearMonth month, HolidayCalendar calendar) {
        List<LocalDate> days = daysOf(month);
        WorkingDays working = WorkingDays.in(calendar, Period.month(month.atDay(1)));
        List<LocalDate> sold = days.stream().filter(working::isWorkingDay).toList();
        return sold.isEmpty() ? days : sold;
    }

    /** How much of the running month's working days has passed, today included: 0 to 1. */
    double passed() {
        Period running = Period.month(today);
        WorkingDays working = WorkingDays.in(HolidayCalendar.BE, running);
        return (double) working.elapsed(running, today) / working.count(running);
    }

    /** Working days of the whole history. */
    List<LocalDate> workingDays(HolidayCalendar calendar) {
        WorkingDays working = WorkingDays.in(calendar, new Period(start(), today));
        return start().datesUntil(today.plusDays(1))
                .filter(working::isWorkingDay)
                .toList();
    }

    LocalDate notAfterToday(LocalDate day) {
        return day.isAfter(today) ? today : day;
    }

    /** The same for the same day; each area has its own, so that a change in one leaves the others as they were. */
    Random random(String area) {
        return new Random(today.toEpochDay() * 31 + area.hashCode());
    }

    private List<LocalDate> daysOf(YearMonth month) {
        LocalDate end = notAfterToday(month.atEndOfMonth());
        return month.atDay(1).datesUntil(end.plusDays(1)).toList();
    }
}
