package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.money.Decimals;

class ReasonTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Terms TERMS = new Terms(
            "AM 2026",
            3,
            Samples.EURO,
            new Validity(LocalDate.of(2026, 1, 1), null),
            List.of(new Component(
                    "Commission",
                    new TierRule(
                            Accumulate.QUARTER,
                            Boundary.UPPER,
                            List.of(
                                    new Band(number("0"), number("10000"), number("0.05")),
                                    new Band(number("10000"), null, number("0.08")))))),
            Rounding.standard(Samples.EURO));

    @Test
    void aRateSaysWhetherItIsAFractionAnAmountForAUnitOrForADeal() {
        Rates one = Rates.of(number("2"));
        Rates two = new Rates(List.of(
                new Rates.Case(new Match(Map.of("kind", Set.of("new"))), number("7"), true),
                new Rates.Case(Match.ALL, number("2"), false)));

        assertThat(rate(Measure.REVENUE, new FlatRate(one)))
                .isEqualTo("RATE GIVEN 2 RATE plan:AM 2026 v3/Commission/rate");
        assertThat(rate(Measure.QUANTITY, new FlatRate(two)))
                .isEqualTo("AMOUNT_PER_UNIT GIVEN 2 AMOUNT plan:AM 2026 v3/Commission/rate 2");
        assertThat(rate(
                        Measure.REVENUE,
                        new FlatRate(new Rates(List.of(new Rates.Case(Match.ALL, number("7"), true))))))
                .isEqualTo("FIXED_AMOUNT GIVEN 7 AMOUNT plan:AM 2026 v3/Commission/rate");
        assertThat(rate(Measure.DEALS, tiers(On.COUNTED)))
                .isEqualTo("TIER_RATE GIVEN 2 AMOUNT plan:AM 2026 v3/Commission/tier 1");
        assertThat(rate(Measure.MARGIN, tiers(On.COUNTED)))
                .isEqualTo("TIER_RATE GIVEN 2 RATE plan:AM 2026 v3/Commission/tier 1");
    }

    @Test
    void aMarginSaysWhatItIsAPartOf() {
        for (On on : List.of(On.MARGIN_ON_PRICE, On.MARGIN_ON_COST)) {
            List<Band> bands = List.of(
                    new Band(number("0"), number("0.1"), number("1")), new Band(number("0.1"), null, number("2")));
            Line line = line(Measure.REVENUE, new TierRule(Accumulate.NONE, Boundary.UPPER, on, bands));

            assertThat(told(line.reason())).anyMatch(step -> step.strip().startsWith(on + " QUOTIENT"));
        }
    }

    @Test
    void whatALimitTakesOffSaysOfWhichDeal() {
        Component component = new Component(
                "Commission",
                Measure.REVENUE,
                Match.ALL,
                null,
                new FlatRate(number("1")),
                null,
                null,
                BigDecimal.ONE,
                List.of(),
                new Limits(null, number("10"), Accumulate.YEAR, null));

        assertThat(lines(component))
                .filteredOn(line -> line.kind() == LineKind.CAPPED)
                .singleElement()
                .satisfies(line -> assertThat(told(line.reason()))
                        .contains(
                                "    EARNED_BEFORE GIVEN 0 AMOUNT window:2026",
                                "    EARNED_ON_DEAL GIVEN 100 AMOUNT deal:D"));
    }

    /** The second operand of what one credit earns, or the first where that is an amount. */
    private static String rate(Measure measure, RateRule rule) {
        return told(line(measure, rule).reason()).stream()
                .map(String::strip)
                .filter(step -> step.matches("(RATE|TIER_RATE|AMOUNT_PER_UNIT|FIXED_AMOUNT) .*"))
                .findFirst()
                .orElseThrow();
    }

    private static Line line(Measure measure, RateRule rule) {
        return lines(new Component(
                        "Commission",
                        measure,
                        Match.ALL,
                        null,
                        rule,
                        null,
                        null,
                        BigDecimal.ONE,
                        List.of(),
                        Limits.NONE))
                .getFirst();
    }

    private static List<Line> lines(Component component) {
        Terms terms = new Terms("AM 2026", 3, Samples.EURO, TERMS.validity(), List.of(component), TERMS.rounding());
        Facts facts = new Facts(number("40"), number("3"), number("1"), Map.of());
        Credit credit = new Credit("D", NOVEMBER.atDay(3), number("100"), BigDecimal.ONE, facts);
        return Engine.calculate(terms, List.of(credit), NOVEMBER, NOVEMBER);
    }

    private static TierRule tiers(On on) {
        return new TierRule(Accumulate.MONTH, Boundary.UPPER, on, List.of(new Band(number("0"), null, number("2"))));
    }

    @Test
    void aTierLineTellsDealShareTierAndPosition() {
        Line line = lines().get(1);

        assertThat(line.key()).isEqualTo("Commission|2026-11|D-2|1");
        assertThat(told(line.reason()))
                .containsExactly(
                        "COMMISSION_IN_TIER PRODUCT 160.008 AMOUNT deal:D-2",
                        "  BASE_IN_TIER OVERLAP 2000.1 AMOUNT",
                        "    POSITION_BEFORE GIVEN 7000 AMOUNT window:2026-Q4",
                        "    POSITION_AFTER SUM 12000.1 AMOUNT",
                        "      POSITION_BEFORE GIVEN 7000 AMOUNT window:2026-Q4",
                        "      CREDITED PRODUCT 5000.1 AMOUNT deal:D-2",
                        "        DEAL_AMOUNT GIVEN 8333.5 AMOUNT deal:D-2",
                        "        SHARE GIVEN 0.6 RATE split:D-2",
                        "    TIER_FROM GIVEN 10000 AMOUNT plan:AM 2026 v3/Commission/tier 2",
                        "  TIER_RATE GIVEN 0.08 RATE plan:AM 2026 v3/Commission/tier 2");
    }

    /** Every ledger keeps these numbers: with others, the next run would explain every line anew. */
    @Test
    void theFingerprintOfAReasonIsTheSameInEveryProcessAndForEver() {
        assertThat(lines().get(1).reason().fingerprint()).isEqualTo(5685801900169665979L);
        assertThat(Reason.given(Label.GONE, BigDecimal.ZERO, Unit.AMOUNT, null).fingerprint())
                .isEqualTo(-1106422894486965824L);
        assertThat(share("-0.05")).isEqualTo(-2734843738572118624L);
        assertThat(share("1200")).isEqualTo(7936191439082536495L);
        assertThat(share("-9223372036854775808")).as("where a long ends").isEqualTo(-6020449132836526857L);
        assertThat(share("123456789012345678901234567890.125")).isEqualTo(-5553514931175987184L);
        assertThat(share("0.0000000000000000001")).isEqualTo(-6939927044549131039L);
    }

    private static long share(String number) {
        return Reason.given(Label.SHARE, number(number), Unit.RATE, "split:D-1").fingerprint();
    }

    @Test
    void reasonsThatSaySomethingElseHaveAnotherFingerprint() {
        Reason one = Reason.given(Label.SHARE, BigDecimal.ONE, Unit.RATE, "split:D-1");
        Reason other = Reason.given(Label.RATE, BigDecimal.TEN, Unit.RATE, "split:D-1");
        List<Reason> different = List.of(
                one,
                other,
                Reason.given(Label.RATE, BigDecimal.ONE, Unit.RATE, "split:D-1"),
                Reason.given(Label.SHARE, BigDecimal.TEN, Unit.RATE, "split:D-1"),
                Reason.given(Label.SHARE, BigDecimal.ONE, Unit.COUNT, "split:D-1"),
                Reason.given(Label.SHARE, BigDecimal.ONE, Unit.RATE, "split:D-2"),
                Reason.given(Label.SHARE, BigDecimal.ONE, Unit.RATE, ""),
                Reason.given(Label.SHARE, BigDecimal.ONE, Unit.RATE, null),
                sum(),
                sum(one, other),
                sum(other, one),
                sum(one, sum(other)),
                sum(sum(one, other)));

        assertThat(different.stream().map(Reason::fingerprint)).doesNotHaveDuplicates();
        assertThat(Reason.given(Label.SHARE, new BigDecimal("1.00"), Unit.RATE, "split:D-1")
                        .fingerprint())
                .isEqualTo(one.fingerprint());
    }

    private static Reason sum(Reason... operands) {
        return new Reason(Label.CREDITED, Formula.SUM, List.of(operands), BigDecimal.TEN, Unit.AMOUNT, null);
    }

    @Test
    void theRoundingLineNamesItsModeAndTheSumOfTheLines() {
        Line line = lines().get(2);

        assertThat(line.key()).isEqualTo("Commission|2026-11||rounding");
        assertThat(told(line.reason()))
                .containsExactly(
                        "ROUNDING_DIFFERENCE DIFFERENCE 0.002 AMOUNT",
                        "  ROUNDED_TOTAL ROUNDED_HALF_UP 310.01 AMOUNT plan:AM 2026 v3/rounding",
                        "    SUM_OF_LINES GIVEN 310.008 AMOUNT month:2026-11",
                        "    DECIMALS GIVEN 2 COUNT plan:AM 2026 v3/rounding",
                        "  SUM_OF_LINES GIVEN 310.008 AMOUNT month:2026-11");
    }

    @Test
    void aMonthWithoutDealsSaysSo() {
        Line line = Engine.calculate(TERMS, List.of(), NOVEMBER, NOVEMBER).getFirst();

        assertThat(line.key()).isEqualTo("Commission|2026-11||none");
        assertThat(told(line.reason())).containsExactly("NOTHING_CREDITED SUM 0 AMOUNT month:2026-11");
    }

    @Test
    void aResultThatWasTamperedWithIsFound() {
        Reason reason = lines().getFirst().reason();
        Reason forged = new Reason(
                reason.label(), reason.formula(), reason.operands(), number("999"), reason.unit(), reason.source());

        assertThat(forged.evaluate()).isEqualTo(reason.result()).isNotEqualTo(forged.result());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reason(
                                Label.BASE_IN_TIER, Formula.OVERLAP, List.of(forged), number("1"), Unit.AMOUNT, null)
                        .evaluate());
    }

    @Test
    void labelsAndFormulasAreFoundInTranslationsByTheirKeys() {
        assertThat(Label.BASE_IN_TIER.key()).isEqualTo("reason.base-in-tier");
        assertThat(Formula.ROUNDED_HALF_UP.key()).isEqualTo("formula.rounded-half-up");
    }

    private static List<Line> lines() {
        return Engine.calculate(
                TERMS,
                List.of(
                        new Credit("D-1", LocalDate.of(2026, 10, 30), number("7000"), number("1")),
                        new Credit("D-2", LocalDate.of(2026, 11, 12), number("8333.50"), number("0.60"))),
                NOVEMBER,
                NOVEMBER);
    }

    private static List<String> told(Reason reason) {
        List<String> told = new ArrayList<>();
        tell(reason, "", told);
        return told;
    }

    private static void tell(Reason reason, String indent, List<String> told) {
        told.add(indent + reason.label() + " " + reason.formula() + " " + Decimals.plain(reason.result()) + " "
                + reason.unit() + (reason.source() == null ? "" : " " + reason.source()));
        reason.operands().forEach(operand -> tell(operand, indent + "  ", told));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
