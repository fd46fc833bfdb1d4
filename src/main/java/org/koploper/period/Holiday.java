package org.koploper.period;

import java.time.LocalDate;

/**
 * One public holiday.
 *
 * @param substitute true for the free weekday given in place of a holiday in the weekend (United Kingdom)
 */
public record Holiday(LocalDate date, HolidayName name, boolean substitute) {

    Holiday(LocalDate date, HolidayName name) {
        this(date, name, false);
    }
}
