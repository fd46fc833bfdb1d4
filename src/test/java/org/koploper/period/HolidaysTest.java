package org.koploper.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.period.HolidayName.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2017-04-16",
                "2024-03-31",
                "2025-04-20",
                "2026-04-05",
                "2027-03-28",
                "2038-04-25",
                "1818-03-22",
                "1981-04-19",
                "2049-04-18"
            })
    void easterIsWhereTheTablesSay(LocalDate easter) {
        assertThat(Holidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        "2017, 01-01 04-17 05-01 05-25 06-05 07-21 08-15 11-01 11-11 12-25",
        "2024, 01-01 04-01 05-01 05-09 05-20 07-21 08-15 11-01 11-11 12-25",
        "2025, 01-01 04-21 05-01 05-29 06-09 07-21 08-15 11-01 11-11 12-25",
        "2026, 01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25",
        "2027, 01-01 03-29 05-01 05-06 05-17 07-21 08-15 11-01 11-11 12-25"
    })
    void belgiumHasTenLegalHolidays(int year, String days) {
        assertThat(days(HolidayCalendar.BE, year)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2017, 01-01 04-16 04-17 04-27 05-25 06-04 06-05 12-25 12-26",
        "2024, 01-01 03-31 04-01 04-27 05-09 05-19 05-20 12-25 12-26",
        "2025, 01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26",
        "2026, 01-01 04-05 04-06 04-27 05-14 05-24 05-25 12-25 12-26",
        "2027, 01-01 03-28 03-29 04-27 05-06 05-16 05-17 12-25 12-26"
    })
    void theNetherlandsMoveKingsDayAndKeepLiberationDayEveryFiveYears(int year, String days) {
        assertThat(days(HolidayCalendar.NL, year)).isEqualTo(days);
    }

    /** As published on gov.uk/bank-holidays for England and Wales. */
    @ParameterizedTest
    @CsvSource({
        "2017, 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
        "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"
    })
    void englandAndWalesGetTheirBankHolidaysOnWeekdays(int year, String days) {
        assertThat(days(HolidayCalendar.GB, year)).isEqualTo(days);
    }

    @Test
    void aSubstituteSaysSoAndKeepsItsName() {
        assertThat(Holidays.of(HolidayCalendar.GB, 2022))
                .contains(new Holiday(LocalDate.parse("2022-12-27"), CHRISTMAS_DAY, true))
                .contains(new Holiday(LocalDate.parse("2022-12-26"), SECOND_CHRISTMAS_DAY, false));
    }

    @Test
    void aHolidayIsFoundInTranslationsByItsKey() {
        assertThat(NEW_YEARS_DAY.key()).isEqualTo("holiday.new-years-day");
    }

    @Test
    void twoHolidaysOnOneDateAreBothThere() {
        assertThat(Holidays.of(HolidayCalendar.BE, 2008))
                .filteredOn(holiday -> holiday.date().equals(LocalDate.parse("2008-05-01")))
                .extracting(Holiday::name)
                .isEqualTo(List.of(LABOUR_DAY, ASCENSION_DAY));
    }

    private static String days(HolidayCalendar calendar, int year) {
        return String.join(
                " ",
                Holidays.of(calendar, year).stream()
                        .map(holiday -> holiday.date().toString().substring(5))
                        .toList());
    }
}
