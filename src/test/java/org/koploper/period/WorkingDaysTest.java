package org.koploper.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        "BE, 2026-11, 20", // 21 weekdays, Armistice on a Wednesday, All Saints on a Sunday
        "NL, 2026-11, 21",
        "GB, 2026-12, 21", // Christmas on a Friday, Boxing Day's substitute on Monday the 28th
        "BE, 2026, 253", // 261 weekdays, eight of the ten holidays on one
        "NL, 2025, 254",
        "GB, 2026-W18, 5",
        "BE, 2026-11-07..2026-11-08, 0",
        "NL, 2026-12-24..2027-01-04, 6"
    })
    void countsMondayToFridayWithoutHolidays(HolidayCalendar calendar, String key, int count) {
        Period period = Period.parse(key);

        assertThat(WorkingDays.in(calendar, period).count(period)).isEqualTo(count);
        assertThat(period.from()
                        .datesUntil(period.to().plusDays(1))
                        .filter(WorkingDays.in(calendar, period)::isWorkingDay)
                        .count())
                .as("counted one by one")
                .isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31, 0", "2026-11-01, 0", "2026-11-02, 1", "2026-11-11, 7", "2026-11-20, 14", "2027-02-01, 20"})
    void elapsedIncludesTheDayItself(LocalDate date, int elapsed) {
        Period november = Period.parse("2026-11");

        assertThat(WorkingDays.in(HolidayCalendar.BE, november).elapsed(november, date))
                .isEqualTo(elapsed);
    }

    @Test
    void aHolidayInTheWeekendTakesNothing() {
        WorkingDays days = new WorkingDays(Set.of(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02")));

        assertThat(days.count(Period.parse("2026-W44"))).isEqualTo(5);
        assertThat(days.count(Period.parse("2026-W45"))).isEqualTo(4);
    }
}
