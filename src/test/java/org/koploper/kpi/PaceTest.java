package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.kpi.OwnTarget.Piece;
import org.koploper.period.HolidayCalendar;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;

/** November 2026 in Belgium: 21 weekdays, Armistice Day is a Wednesday, so 20 working days; the target is 2,000. */
class PaceTest {

    private static final Period NOVEMBER = Period.parse("2026-11");
    private static final WorkingDays BELGIUM = WorkingDays.in(HolidayCalendar.BE, NOVEMBER);
    private static final BigDecimal TARGET = new BigDecimal("2000");

    @ParameterizedTest(name = "{0} with {2}: expected {1}, {3}")
    @CsvSource({
        "2026-10-31,    0,    0, NOT_STARTED",
        "2026-10-31,    0, 2500, NOT_STARTED",
        "2026-11-01,    0,    0, ON_TRACK", // a Sunday: nothing is expected yet
        "2026-11-02,  100,   99, ON_TRACK",
        "2026-11-02,  100, 98.9999, BEHIND",
        "2026-11-10,  700,  567, BEHIND",
        "2026-11-10,  700, 566.9999, AT_RISK",
        "2026-11-11,  700,  700, ON_TRACK", // a holiday adds nothing
        "2026-11-13,  900,    0, AT_RISK",
        "2026-11-13,  900, -100, AT_RISK",
        "2026-11-14,  900,  900, ON_TRACK", // a Saturday adds nothing
        "2026-11-16, 1000, 2000, REACHED",
        "2026-11-16, 1000, 2000.01, REACHED",
        "2026-11-30, 2000, 1980, ON_TRACK",
        "2026-11-30, 2000, 1979.99, BEHIND",
        "2026-12-01, 2000, 1999.99, ENDED_MISSED",
        "2026-12-01, 2000, 2000, REACHED",
    })
    void stateFollowsWorkingDays(LocalDate today, BigDecimal expectedNow, BigDecimal value, GoalState state) {
        Pace pace = pace(today);

        assertThat(pace.expectedNow()).isEqualByComparingTo(expectedNow);
        assertThat(pace.state(value, NOVEMBER, today)).isEqualTo(state);
    }

    @Test
    void aboveTheTargetIsShownAsItIs() {
        assertThat(pace(LocalDate.of(2026, 11, 16)).progress(new BigDecimal("2500")))
                .isEqualTo("1.25");
    }

    @Test
    void ninetyNinePercentOfAThirdIsNotMissedByARounding() {
        Period period = new Period(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 4));
        LocalDate today = LocalDate.of(2026, 11, 2);
        Pace third = Pace.of(new BigDecimal("100"), period, today, BigDecimal.ONE, new BigDecimal("3"));

        assertThat(third.expectedNow().toPlainString()).startsWith("33.3333333333");
        assertThat(third.state(new BigDecimal("33"), period, today)).isEqualTo(GoalState.ON_TRACK);
        assertThat(third.state(new BigDecimal("32.9999999999"), period, today)).isEqualTo(GoalState.BEHIND);
    }

    @Test
    void whereNobodyWorksNothingIsExpectedBeforeTheEnd() {
        Period weekend = new Period(LocalDate.of(2026, 11, 14), LocalDate.of(2026, 11, 15));

        assertThat(Pace.of(TARGET, weekend, LocalDate.of(2026, 11, 14), BigDecimal.ZERO, BigDecimal.ZERO)
                        .expectedNow())
                .isZero();
        assertThat(Pace.of(TARGET, weekend, LocalDate.of(2026, 11, 15), BigDecimal.ZERO, BigDecimal.ZERO)
                        .expectedNow())
                .isEqualByComparingTo(TARGET);
    }

    @Test
    void aQuarterOfMonthsExpectsThePastMonthsInFullAndThisOneByItsDays() {
        Pace october = Pace.of(
                new BigDecimal("1000"),
                Period.parse("2026-10"),
                LocalDate.of(2026, 11, 10),
                BigDecimal.ZERO,
                BigDecimal.ONE);
        Pace december = Pace.of(
                new BigDecimal("3000"),
                Period.parse("2026-12"),
                LocalDate.of(2026, 11, 10),
                BigDecimal.ZERO,
                BigDecimal.ONE);

        Pace all = october.plus(pace(LocalDate.of(2026, 11, 10))).plus(december);

        assertThat(all.target()).isEqualByComparingTo("6000");
        assertThat(all.expectedNow()).isEqualByComparingTo("1700");
    }

    @Test
    void theTargetOfAPeriodIsItsLongestPiecesWithoutOverlap() {
        assertThat(inside("2026", "2026 100", "2026-Q1 30", "2026-01 9")).isEqualTo("2026 100");
        assertThat(inside("2026", "2026-Q1 30", "2026-01 9", "2026-04 11")).isEqualTo("2026-Q1 30, 2026-04 11");
        assertThat(inside("2026-01", "2026 100", "2026-Q1 30")).isEqualTo("none");
        assertThat(inside("2026-01", "2026-01-15..2026-01-31 5")).isEqualTo("2026-01-15..2026-01-31 5");
        assertThat(inside("2026-01")).isEqualTo("none");
    }

    private static String inside(String period, String... targets) {
        List<Piece> pieces = Arrays.stream(targets)
                .map(text -> text.split(" "))
                .map(words -> new Piece(words[0], Period.parse(words[0]), new BigDecimal(words[1]), "EUR"))
                .toList();
        OwnTarget own = OwnTarget.inside(Period.parse(period), pieces);
        return own == null
                ? "none"
                : String.join(
                        ", ",
                        own.pieces().stream()
                                .map(piece -> piece.days().key() + " " + piece.amount())
                                .toList());
    }

    private static Pace pace(LocalDate today) {
        return Pace.of(
                TARGET,
                NOVEMBER,
                today,
                BigDecimal.valueOf(BELGIUM.elapsed(NOVEMBER, today)),
                BigDecimal.valueOf(BELGIUM.count(NOVEMBER)));
    }
}
