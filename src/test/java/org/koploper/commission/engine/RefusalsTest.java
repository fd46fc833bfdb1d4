package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last number that each record takes, and the first one that it refuses. */
class RefusalsTest {

    private static Stream<Arguments> bounds() {
        return Stream.of(
                of("months of a draw", "1", "0", n -> draw("10", n)),
                of("amount of a draw", "0.01", "0", n -> draw(n.toPlainString(), BigDecimal.ONE)),
                of("months of a holdback", "1", "0", n -> new PayTerms.Holdback("H", BigDecimal.ONE, n.intValue())),
                of("share of a holdback", "1", "1.01", n -> new PayTerms.Holdback("H", n, 1)),
                of("share of a clawback", "0", "-0.01", n -> new PayTerms.Clawback(n, 1)),
                of("term of a clawback", "1", "0", n -> new PayTerms.Clawback(null, n.intValue())),
                of("first instalment", "1", "0", n -> instalments(n.intValue(), 2)),
                of("instalments in their order", "1", "2", n -> instalments(n.intValue(), 2)),
                of("months served", "0", "-1", n -> new Termination("D", LocalDate.EPOCH, n.intValue())),
                of("start of a step", "0", "-1", n -> new Bonus.Step(n, null, BigDecimal.ONE)),
                of("amount of a step", "0", "-1", n -> new Bonus.Step(BigDecimal.ONE, null, n)),
                of("end of a step", "2.01", "2", n -> new Bonus.Step(number("2"), n, BigDecimal.ONE)),
                of("steps in their order", "2.01", "2", n -> bonus("2", n.toPlainString())),
                of("attainment of a point", "0", "-1", n -> new PayCurve.Point(n, BigDecimal.ONE)),
                of("payout of a point", "0", "-1", n -> new PayCurve.Point(BigDecimal.ONE, n)),
                of("points in their order", "1.01", "1", n -> curve(n, null, null)),
                of("slope of a curve", "0", "-1", n -> curve(number("2"), n, null)),
                of("cap of a curve", "0", "-1", n -> curve(number("2"), null, n)),
                of("quota", "0.01", "0", n -> new Quota(n, List.of(), Proration.NONE)),
                of("quota of a ramp", "0.01", "0", n -> new Quota(null, List.of(n), Proration.NONE)),
                of("limit", "0", "-0.01", n -> new Limits(null, n, Accumulate.MONTH, null)),
                of("factor of a gate", "0", "-0.01", n -> new Gate(new Condition.All(List.of()), n)),
                of("weight of an objective", "1", "0", n -> new Scorecard.Objective("O", n)),
                of("weights of objectives", "0.5", "0.51", RefusalsTest::card),
                of("weight of a component", "0", "-1", n -> component(n, BigDecimal.ONE)),
                of("target pay", "0", "-1", n -> component(BigDecimal.ONE, n)),
                of("decimals of a payout", "0", "-1", n -> new Rounding(RoundingMode.UP, n.intValue())),
                of("budget", "0", "-0.01", n -> new Budget(n, Accumulate.YEAR, Budget.Overrun.PRO_RATA)),
                of("months of use", "1", "0", n -> new Amortisation(n.intValue(), false, 0)),
                of("months of use at most", "240", "241", n -> new Amortisation(n.intValue(), false, 0)),
                of("months at once", "0", "-1", n -> new Amortisation(1, false, n.intValue())),
                of("what is forgiven", "0.01", "0", Late::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void theLastNumberIsTakenAndTheNextRefused(
            String what, BigDecimal taken, BigDecimal refused, Function<BigDecimal, Object> made) {
        assertThatCode(() -> made.apply(taken)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> made.apply(refused));
    }

    @Test
    void whatIsOutOfOrderIsCountedFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bonus("2", "2"))
                .withMessage("Step 2 must start beyond the one before it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve(BigDecimal.ONE, null, null))
                .withMessage("Point 2 must lie beyond the one before it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Component("|", new FlatRate(BigDecimal.ONE)))
                .withMessageContaining("without '|'");
    }

    @Test
    void allBandsHaveRatesForTheSameKinds() {
        Rates forNew =
                new Rates(List.of(new Rates.Case(new Match(Map.of("kind", Set.of("new"))), BigDecimal.ONE, false)));
        List<Band> bands = List.of(
                new Band(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE),
                new Band(BigDecimal.TEN, null, forNew, false));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TierRule(Accumulate.MONTH, Boundary.UPPER, bands))
                .withMessageContaining("Band 2 must have rates for the same kinds");
    }

    @Test
    void aGateAsksOnlyForComponentsOfThePlanHoweverDeepItAsks() {
        Condition asks = new Condition.AtLeast(new Condition.Attained("Other"), BigDecimal.ONE);
        for (Condition condition :
                List.of(new Condition.Not(asks), new Condition.All(List.of(asks)), new Condition.Any(List.of(asks)))) {
            Component component = new Component(
                    "Commission",
                    Measure.REVENUE,
                    Match.ALL,
                    null,
                    new FlatRate(BigDecimal.ONE),
                    null,
                    null,
                    BigDecimal.ONE,
                    List.of(new Gate(condition, BigDecimal.ZERO)),
                    Limits.NONE);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Terms(
                            "AM",
                            1,
                            Samples.EURO,
                            new Validity(LocalDate.EPOCH, null),
                            List.of(component),
                            Rounding.standard(Samples.EURO)))
                    .withMessageContaining("asks for 'Other'");
        }
    }

    private static Arguments of(String what, String taken, String refused, Function<BigDecimal, Object> made) {
        return Arguments.of(what, number(taken), number(refused), made);
    }

    private static PayTerms.Draw draw(String amount, BigDecimal months) {
        return new PayTerms.Draw("Draw", PayTerms.DrawKind.GUARANTEE, number(amount), months.intValue());
    }

    private static PayTerms.Instalments instalments(Integer... after) {
        return new PayTerms.Instalments(number("0.5"), List.of(after));
    }

    private static Bonus bonus(String first, String second) {
        return new Bonus(
                Accumulate.MONTH,
                Boundary.UPPER,
                On.COUNTED,
                List.of(
                        new Bonus.Step(number(first), null, BigDecimal.ONE),
                        new Bonus.Step(number(second), null, BigDecimal.ONE)));
    }

    private static PayCurve curve(BigDecimal second, @Nullable BigDecimal slope, @Nullable BigDecimal cap) {
        List<PayCurve.Point> points =
                List.of(new PayCurve.Point(BigDecimal.ONE, BigDecimal.ONE), new PayCurve.Point(second, BigDecimal.ONE));
        return new PayCurve(Accumulate.MONTH, points, slope, cap);
    }

    private static Scorecard card(BigDecimal second) {
        return new Scorecard(
                Accumulate.MONTH,
                List.of(new Scorecard.Objective("A", number("0.5")), new Scorecard.Objective("B", second)));
    }

    private static Component component(BigDecimal weight, BigDecimal targetPay) {
        return new Component(
                "C",
                Measure.REVENUE,
                Match.ALL,
                null,
                card(number("0.5")),
                null,
                targetPay,
                weight,
                List.of(),
                Limits.NONE);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
