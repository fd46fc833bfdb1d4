package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.Reason;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.Validity;

/** What is said of a zero follows from what the engine computed. */
class ZeroTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void aConditionThatIsNotMetSaysHowFarItIs() {
        assertThat(said("""
                {"components": [{"name": "C", "flat": {"rate": "0.10"},
                  "gates": [{"when": {"at_least": "10000", "of": "revenue", "over": "month"}}]}]}""", "8000"))
                .isEqualTo("Not reached: €8,000.00 of the €10,000.00 asked for (plan Plan v1, C, gate 1)");
    }

    @Test
    void aConditionThatForbidsMoreSaysFromWhereOn() {
        assertThat(said("""
                {"components": [{"name": "C", "flat": {"rate": "0.10"},
                  "gates": [{"when": {"below": "10000", "of": "revenue", "over": "month"}}]}]}""", "12000")).startsWith("€12,000.00 reached: from €10,000.00 on it pays nothing");
    }

    @Test
    void aMilestoneAheadSaysWhatIsMissing() {
        assertThat(said("""
                {"components": [{"name": "C", "bonus": {"accumulate": "month",
                  "steps": [{"from": "50000", "amount": "500"}]}}]}""", "8000")).startsWith("Not reached: €8,000.00 of the €50,000.00 asked for");
    }

    @Test
    void aTierWithoutPayIsNamed() {
        assertThat(said("""
                {"components": [{"name": "C", "tiers": {"accumulate": "month", "bands": [
                  {"from": "0", "to": "10000", "rate": "0"}, {"from": "10000", "rate": "0.08"}]}}]}""", "8000")).isEqualTo("Rate of the tier: 0% (plan Plan v1, C, tier 1)");
    }

    @Test
    void whatIsEarnedAndNotDueYetBalances() {
        assertThat(said("""
                {"pay": {"release": "cash"}, "components": [{"name": "C", "flat": {"rate": "0.10"}}]}""", "8000"))
                .isEqualTo("What is added and what is taken off come to nothing:"
                        + " Commission on the deal €800.00; Not due yet −\u2060€800.00");
    }

    @Test
    void nothingSoldSaysTheMonth() {
        assertThat(said("""
                {"components": [{"name": "C", "flat": {"rate": "0.10"}}]}""")).isEqualTo("Nothing credited in November 2026");
    }

    @Test
    void theSumOfLinesComputesAgain() {
        Reason sum = Zero.sum(reasons("""
                {"pay": {"release": "cash"}, "components": [{"name": "C", "flat": {"rate": "0.10"}}]}""", "8000", "12.34"));
        assertThat(sum.operands()).hasSizeGreaterThan(2);
        assertThat(sum.evaluate()).isZero();
        assertThat(Reasons.read(Reasons.write(sum))).isEqualTo(sum);
    }

    private static String said(String document, String... amounts) {
        Reason zero = Zero.sum(reasons(document, amounts));
        assertThat(zero.result()).isZero();
        return new ReasonWords(Locale.UK, EUR).zero(zero);
    }

    private static List<Reason> reasons(String document, String... amounts) {
        Terms terms = PlanDocument.parse(document).terms("Plan", 1, EUR, new Validity(LocalDate.of(2026, 1, 1), null));
        List<Credit> credits = java.util.stream.IntStream.range(0, amounts.length)
                .mapToObj(i -> new Credit("D-" + i, NOVEMBER.atDay(i + 1), new BigDecimal(amounts[i]), BigDecimal.ONE))
                .toList();
        return Engine.pay(terms, History.of(credits), NOVEMBER, NOVEMBER).stream()
                .map(Line::reason)
                .toList();
    }
}
