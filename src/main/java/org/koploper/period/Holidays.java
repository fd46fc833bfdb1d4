package org.koploper.period;

import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.koploper.period.HolidayName.*;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Public holidays by rule. The rules are those in force from 2014 (the first King's Day); earlier years are computed as
 * if they had been in force already.
 *
 * <ul>
 *   <li>Belgium: the ten legal holidays. The day off that an employer owes for one in the weekend is chosen per company
 *       and therefore not here.
 *   <li>Netherlands: King's Day is 27 April, or Saturday 26 April when that is a Sunday. Liberation Day (5 May) counts
 *       as a day off only in years divisible by five, which is the usual agreement and not law. Good Friday is a working
 *       day in most companies and left out.
 *   <li>England and Wales: a bank holiday in the weekend is replaced by the next free weekday. The single extra days
 *       and shifts by proclamation since 2020 are listed by hand.
 * </ul>
 */
public final class Holidays {

    private Holidays() {}

    /** The holidays of that year by date; two on one date (Ascension on 1 May) are both there. */
    public static List<Holiday> of(HolidayCalendar calendar, int year) {
        List<Holiday> holidays = switch (calendar) {
            case BE -> belgium(year);
            case NL -> netherlands(year);
            case GB -> englandAndWales(year);
        };
        return holidays.stream()
                .sorted(Comparator.comparing(Holiday::date).thenComparing(Holiday::name))
                .toList();
    }

    /** Easter Sunday in the Gregorian calendar: the anonymous computus (Nature, 1876; Meeus, Astronomical Algorithms). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * toSunday) / 451;
        int monthAndDay = epact + toSunday - 7 * late + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }

    private static List<Holiday> belgium(int year) {
        LocalDate easter = easter(year);
        return List.of(
                new Holiday(LocalDate.of(year, 1, 1), NEW_YEARS_DAY),
                new Holiday(easter.plusDays(1), EASTER_MONDAY),
                new Holiday(LocalDate.of(year, 5, 1), LABOUR_DAY),
                new Holiday(easter.plusDays(39), ASCENSION_DAY),
                new Holiday(easter.plusDays(50), WHIT_MONDAY),
                new Holiday(LocalDate.of(year, 7, 21), BELGIAN_NATIONAL_DAY),
                new Holiday(LocalDate.of(year, 8, 15), ASSUMPTION_DAY),
                new Holiday(LocalDate.of(year, 11, 1), ALL_SAINTS_DAY),
                new Holiday(LocalDate.of(year, 11, 11), ARMISTICE_DAY),
                new Holiday(LocalDate.of(year, 12, 25), CHRISTMAS_DAY));
    }

    private static List<Holiday> netherlands(int year) {
        LocalDate easter = easter(year);
        LocalDate kingsDay = LocalDate.of(year, 4, 27);
        List<Holiday> holidays = new ArrayList<>(List.of(
                new Holiday(LocalDate.of(year, 1, 1), NEW_YEARS_DAY),
                new Holiday(easter, EASTER_SUNDAY),
                new Holiday(easter.plusDays(1), EASTER_MONDAY),
                new Holiday(kingsDay.getDayOfWeek() == DayOfWeek.SUNDAY ? kingsDay.minusDays(1) : kingsDay, KINGS_DAY),
                new Holiday(easter.plusDays(39), ASCENSION_DAY),
                new Holiday(easter.plusDays(49), WHIT_SUNDAY),
                new Holiday(easter.plusDays(50), WHIT_MONDAY),
                new Holiday(LocalDate.of(year, 12, 25), CHRISTMAS_DAY),
                new Holiday(LocalDate.of(year, 12, 26), SECOND_CHRISTMAS_DAY)));
        if (year % 5 == 0) {
            holidays.add(new Holiday(LocalDate.of(year, 5, 5), LIBERATION_DAY));
        }
        return holidays;
    }

    private static List<Holiday> englandAndWales(int year) {
        LocalDate easter = easter(year);
        LocalDate may = LocalDate.of(year, 5, 1);
        List<Holiday> holidays = new ArrayList<>(List.of(
                new Holiday(easter.minusDays(2), GOOD_FRIDAY),
                new Holiday(easter.plusDays(1), EASTER_MONDAY),
                new Holiday(
                        year == 2020 ? LocalDate.of(2020, 5, 8) : may.with(firstInMonth(DayOfWeek.MONDAY)),
                        EARLY_MAY_BANK_HOLIDAY),
                new Holiday(
                        year == 2022 ? LocalDate.of(2022, 6, 2) : may.with(lastInMonth(DayOfWeek.MONDAY)),
                        SPRING_BANK_HOLIDAY),
                new Holiday(LocalDate.of(year, 8, 1).with(lastInMonth(DayOfWeek.MONDAY)), SUMMER_BANK_HOLIDAY)));
        holidays.addAll(weekdays(List.of(new Holiday(LocalDate.of(year, 1, 1), NEW_YEARS_DAY))));
        holidays.addAll(weekdays(List.of(
                new Holiday(LocalDate.of(year, 12, 25), CHRISTMAS_DAY),
                new Holiday(LocalDate.of(year, 12, 26), SECOND_CHRISTMAS_DAY))));
        if (year == 2022) {
            holidays.add(new Holiday(LocalDate.of(2022, 6, 3), PLATINUM_JUBILEE));
            holidays.add(new Holiday(LocalDate.of(2022, 9, 19), STATE_FUNERAL));
        }
        if (year == 2023) {
            holidays.add(new Holiday(LocalDate.of(2023, 5, 8), CORONATION));
        }
        return holidays;
    }

    /** Those in the weekend moved to the next weekday that none of the others has. */
    private static List<Holiday> weekdays(List<Holiday> holidays) {
        List<LocalDate> taken =
                new ArrayList<>(holidays.stream().map(Holiday::date).toList());
        List<Holiday> moved = new ArrayList<>();
        for (Holiday holiday : holidays) {
            LocalDate date = holiday.date();
            while (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0
                    || (taken.contains(date) && !date.equals(holiday.date()))) {
                date = date.plusDays(1);
            }
            taken.add(date);
            moved.add(new Holiday(date, holiday.name(), !date.equals(holiday.date())));
        }
        return moved;
    }
}
