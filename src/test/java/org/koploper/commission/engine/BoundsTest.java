package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days at the edges of windows, values on bounds, numbers on the edge of rounding. */
class BoundsTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    /** Of 3,600 in a window. */
    @ParameterizedTest
    @CsvSource({
        "NONE,       YEAR,    2026-07-01,           , 3600.00",
        "ACTUAL,     YEAR,    2026-07-01,           , 1814.79",
        "ACTUAL,     QUARTER, 2026-01-31, 2026-02-01,   80.00",
        "ACTUAL,     MONTH,   2025-12-31, 2026-02-01, 3600.00",
        "THIRTY_360, YEAR,    2026-07-01,           , 1800.00",
        "THIRTY_360, YEAR,    2026-02-01, 2026-11-15, 2850.00",
        "THIRTY_360, YEAR,    2025-11-05, 2026-02-01,  310.00",
        "THIRTY_360, MONTH,   2026-01-31,           ,  120.00",
        "THIRTY_360, MONTH,             , 2026-01-30, 3600.00",
        "THIRTY_360, MONTH,             , 2026-01-29, 3480.00",
        "THIRTY_360, QUARTER, 2026-02-28,           , 1320.00",
        "THIRTY_360, QUARTER,           , 2026-02-28, 2400.00"
    })
    void targetPayIsForTheDaysInService(
            Proration proration,
            Accumulate window,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            BigDecimal expected) {
        Component card = component(
                Measure.REVENUE,
                new Scorecard(window, List.of(new Scorecard.Objective("Launch", BigDecimal.ONE))),
                new Quota(BigDecimal.ONE, List.of(), proration),
                "3600");
        Score score = new Score("Launch", window.window(JANUARY.atDay(1)), BigDecimal.ONE);
        History history =
                new History(List.of(), new Service(from, to), List.of(), List.of(score), List.of(), List.of());

        assertThat(sum(Engine.calculate(terms(card), history, JANUARY, DECEMBER)))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "UPPER, MARGIN_ON_PRICE, 64,  20",
        "LOWER, MARGIN_ON_PRICE, 64,  10",
        "LOWER, MARGIN_ON_PRICE, 63,  20",
        "UPPER, MARGIN_ON_COST,  80,  10",
        "UPPER, MARGIN_ON_COST,  50,  20",
        "UPPER, MARGIN_ON_PRICE, 120, 10",
        "UPPER, MARGIN_ON_COST,  0,    0"
    })
    void aMarginOnTheBoundBelongsToTheTierThatThePlanSays(
            Boundary boundary, On on, BigDecimal cost, BigDecimal expected) {
        Component component = component(
                Measure.REVENUE,
                new TierRule(
                        Accumulate.NONE, boundary, on, List.of(band("0", "0.36", "0.1"), band("0.36", null, "0.2"))),
                null,
                null);
        Facts facts = new Facts(cost, BigDecimal.ONE, BigDecimal.ONE, Map.of());
        Credit credit = new Credit("D", JANUARY.atDay(5), new BigDecimal("100"), BigDecimal.ONE, facts);

        List<Line> lines = Engine.calculate(terms(component), List.of(credit), JANUARY, JANUARY);

        assertThat(sum(lines)).isEqualByComparingTo(expected);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.reason().evaluate()).isEqualTo(line.amount()));
    }

    @ParameterizedTest
    @CsvSource({"0, 50, 0", "0, 150, 0", "150, 10, 1", "150, 100, 1", "300, 10, 1", "0, -50, 0", "-150, -10, 1"})
    void aDealThatReachesNoStepSpeaksOfTheNextOne(int before, int amount, int band) {
        Component component = component(
                Measure.REVENUE,
                new Bonus(Accumulate.MONTH, Boundary.UPPER, On.COUNTED, List.of(step("100"), step("200"))),
                null,
                null);
        List<Credit> credits = List.of(
                new Credit("A", JANUARY.atDay(1), BigDecimal.valueOf(before), BigDecimal.ONE),
                new Credit("B", JANUARY.atDay(2), BigDecimal.valueOf(amount), BigDecimal.ONE));

        assertThat(Engine.calculate(terms(component), credits, JANUARY, JANUARY))
                .filteredOn(line -> "B".equals(line.deal()))
                .extracting(Line::band)
                .containsExactly(band);
    }

    @Test
    void theLimitOfAWindowStartsAgainWithTheNext() {
        Component component = new Component(
                "Commission",
                Measure.REVENUE,
                Match.ALL,
                null,
                new FlatRate(BigDecimal.ONE),
                null,
                null,
                BigDecimal.ONE,
                List.of(),
                new Limits(null, new BigDecimal("100"), Accumulate.MONTH, null));
        List<Credit> credits = List.of(
                new Credit("A", JANUARY.atDay(1), new BigDecimal("150"), BigDecimal.ONE),
                new Credit("B", JANUARY.atDay(2), new BigDecimal("-30"), BigDecimal.ONE),
                new Credit("C", JANUARY.plusMonths(1).atDay(1), new BigDecimal("150"), BigDecimal.ONE));

        List<Line> lines = Engine.calculate(terms(component), credits, JANUARY, JANUARY.plusMonths(1));

        assertThat(sum(lines)).isEqualByComparingTo("200");
        assertThat(sum(lines.stream().filter(line -> "B".equals(line.deal())).toList()))
                .as("130 earned and 20 lost: nothing to take back")
                .isEqualByComparingTo("0");
    }

    @Test
    void whatWasSoldBeforeThePlanHeldMovesCurvesAndStepsButIsNotPaid() {
        PayCurve curve = new PayCurve(Accumulate.QUARTER, List.of(point("0.5", "0"), point("1", "1")), null, null);
        Bonus bonus = new Bonus(Accumulate.QUARTER, Boundary.UPPER, On.COUNTED, List.of(step("800")));
        List<Credit> credits = List.of(
                new Credit("A", JANUARY.atDay(10), new BigDecimal("750"), BigDecimal.ONE),
                new Credit("B", JANUARY.plusMonths(1).atDay(10), new BigDecimal("250"), BigDecimal.ONE));
        Validity february = new Validity(LocalDate.of(2026, 2, 1), null);
        Quota quota = new Quota(new BigDecimal("1000"), List.of(), Proration.NONE);

        assertThat(sum(Engine.calculate(
                        terms(february, component(Measure.REVENUE, curve, quota, "500")), credits, JANUARY, DECEMBER)))
                .as("the upper half of the way")
                .isEqualByComparingTo("250");
        assertThat(sum(Engine.calculate(
                        terms(february, component(Measure.REVENUE, bonus, null, null)), credits, JANUARY, DECEMBER)))
                .isEqualByComparingTo("50");
    }

    @Test
    void theDustOfDivisionsDecidesNoCentAndNoStepKeepsMoreThanTheLedger() {
        assertThat(apply(Formula.ROUNDED_HALF_UP, "0.004999999999999", "2")).isEqualByComparingTo("0.01");
        assertThat(apply(Formula.ROUNDED_HALF_UP, "0.004999999999", "2")).isEqualByComparingTo("0.00");
        assertThat(apply(Formula.PRODUCT, "0.0000000001", "0.0000000015")).isEqualByComparingTo("0");
        assertThat(apply(Formula.PRODUCT, "0.000000001", "0.000000001")).isEqualByComparingTo("0.000000000000000001");
    }

    private static BigDecimal apply(Formula formula, String... numbers) {
        List<Reason> operands = Arrays.stream(numbers)
                .map(number -> Reason.given(Label.RATE, new BigDecimal(number), Unit.COUNT, null))
                .toList();
        return Reason.of(Label.RATE, formula, Unit.COUNT, null, operands).result();
    }

    private static Component component(
            Measure measure, RateRule rule, @Nullable Quota quota, @Nullable String targetPay) {
        return new Component(
                "Commission",
                measure,
                Match.ALL,
                null,
                rule,
                quota,
                targetPay == null ? null : new BigDecimal(targetPay),
                BigDecimal.ONE,
                List.of(),
                Limits.NONE);
    }

    private static Terms terms(Component component) {
        return terms(new Validity(LocalDate.of(2020, 1, 1), null), component);
    }

    private static Terms terms(Validity validity, Component component) {
        return new Terms("Bounds", 1, Samples.EURO, validity, List.of(component), Rounding.standard(Samples.EURO));
    }

    private static Band band(String from, @Nullable String to, String rate) {
        return new Band(new BigDecimal(from), to == null ? null : new BigDecimal(to), new BigDecimal(rate));
    }

    private static Bonus.Step step(String from) {
        return new Bonus.Step(new BigDecimal(from), null, new BigDecimal("50"));
    }

    private static PayCurve.Point point(String attainment, String payout) {
        return new PayCurve.Point(new BigDecimal(attainment), new BigDecimal(payout));
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
