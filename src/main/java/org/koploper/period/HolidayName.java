package org.koploper.period;

import java.util.Locale;

/** The public holidays of all calendars; {@link #key()} is what translations are found by. */
public enum HolidayName {
    NEW_YEARS_DAY,
    GOOD_FRIDAY,
    EASTER_SUNDAY,
    EASTER_MONDAY,
    KINGS_DAY,
    LABOUR_DAY,
    LIBERATION_DAY,
    EARLY_MAY_BANK_HOLIDAY,
    ASCENSION_DAY,
    WHIT_SUNDAY,
    WHIT_MONDAY,
    SPRING_BANK_HOLIDAY,
    BELGIAN_NATIONAL_DAY,
    ASSUMPTION_DAY,
    SUMMER_BANK_HOLIDAY,
    ALL_SAINTS_DAY,
    ARMISTICE_DAY,
    CHRISTMAS_DAY,
    /** 26 December: Boxing Day, Tweede Kerstdag. */
    SECOND_CHRISTMAS_DAY,
    PLATINUM_JUBILEE,
    STATE_FUNERAL,
    CORONATION;

    /** For example {@code holiday.new-years-day}. */
    public String key() {
        return "holiday." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
