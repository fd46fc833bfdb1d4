package org.koploper.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "DAY,     2026-11-20, 2026-11-20, 2026-11-20, 2026-11-20",
        "WEEK,    2026-11-20, 2026-11-16, 2026-11-22, 2026-W47",
        "WEEK,    2027-01-01, 2026-12-28, 2027-01-03, 2026-W53",
        "WEEK,    2024-12-30, 2024-12-30, 2025-01-05, 2025-W01",
        "MONTH,   2024-02-10, 2024-02-01, 2024-02-29, 2024-02",
        "QUARTER, 2026-11-20, 2026-10-01, 2026-12-31, 2026-Q4",
        "YEAR,    2026-11-20, 2026-01-01, 2026-12-31, 2026"
    })
    void calendarPeriodsLieAroundTheirDate(PeriodKind kind, LocalDate date, LocalDate from, LocalDate to, String key) {
        Period period = kind.around(date);

        assertThat(period).isEqualTo(new Period(from, to));
        assertThat(period.kind()).isEqualTo(kind);
        assertThat(period.key()).isEqualTo(key);
        assertThat(Period.parse(key)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-02-28, 2026-03-02",
        "2026-W01, 2025-W52, 2026-W02",
        "2026-W53, 2026-W52, 2027-W01",
        "2026-03, 2026-02, 2026-04",
        "2026-Q1, 2025-Q4, 2026-Q2",
        "2026, 2025, 2027",
        "2026-11-03..2026-11-20, 2026-10-16..2026-11-02, 2026-11-21..2026-12-08"
    })
    void neighboursAreOfTheSameKind(String key, String previous, String next) {
        assertThat(Period.parse(key).previous()).hasToString(previous);
        assertThat(Period.parse(key).next()).hasToString(next);
    }

    @Test
    void aCustomPeriodThatCoversAMonthIsThatMonth() {
        assertThat(Period.parse("2026-11-01..2026-11-30")).isEqualTo(Period.parse("2026-11"));
    }

    @Test
    void bothEndsBelongToIt() {
        Period period = Period.parse("2026-11-03..2026-11-20");

        assertThat(period.days()).isEqualTo(18);
        assertThat(period.contains(LocalDate.parse("2026-11-03"))).isTrue();
        assertThat(period.contains(LocalDate.parse("2026-11-20"))).isTrue();
        assertThat(period.contains(LocalDate.parse("2026-11-02"))).isFalse();
        assertThat(period.contains(LocalDate.parse("2026-11-21"))).isFalse();
    }

    @Test
    void theCommonDaysOfTwoPeriods() {
        Period november = Period.parse("2026-11");

        assertThat(november.intersect(Period.parse("2026-W49"))).contains(Period.parse("2026-11-30"));
        assertThat(november.intersect(Period.parse("2026"))).contains(november);
        assertThat(november.intersect(Period.parse("2026-12"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-13",
                "2026-1",
                "2026-02-30",
                "2026-Q5",
                "2026-Q0",
                "2026-W00",
                "2025-W53",
                "2026-w47",
                "2026/11/20",
                "2026-11-20..",
                "2026-11-20..2026-11-03",
                "+2026",
                "2026-11-20T00:00",
                "....",
                "20a6",
                "2026_Q4",
                "2026-X11"
            })
    void otherTextsAreRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.parse(key))
                .withMessage("Not a period: '" + key + "'");
    }

    @Test
    void aPeriodNeedsAtLeastOneDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-19")));
        assertThatIllegalArgumentException().isThrownBy(() -> PeriodKind.CUSTOM.around(LocalDate.parse("2026-11-20")));
    }
}
