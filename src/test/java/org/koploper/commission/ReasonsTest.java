package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.koploper.commission.engine.Formula;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.Reason;
import org.koploper.commission.engine.Unit;
import org.koploper.commission.engine.Validity;

class ReasonsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Locale NL_BE = Locale.of("nl", "BE");

    private static final String TIERS = """
            {"components": [{"name": "Commission", "tiers": {"accumulate": "year", "bands": [
              {"from": "0", "to": "10000", "rate": "0.08"}, {"from": "10000", "rate": "0.12"}]}}]}
            """;
    private static final String FLAT = """
            {"components": [{"name": "Commission", "flat": {"rate": "0.055"}}]}
            """;

    @Test
    void everyReasonOfTheEngineComesBackAsItWas() {
        for (Line line :
                lines(TIERS, credit("A", "9999.99", "1"), credit("B", "2500.01", "0.8"), credit("B/c", "-17", "0.8"))) {
            String json = Reasons.write(line.reason());

            assertThat(Reasons.read(json)).isEqualTo(line.reason());
            assertThat(Reasons.write(Reasons.read(json))).isEqualTo(json);
        }
    }

    @Test
    void theTextOfAReasonNeverChanges() {
        Line line = lines(FLAT, credit("D-1", "1000", "0.5")).getFirst();

        assertThat(Reasons.write(line.reason()))
                .isEqualTo("{\"label\":\"commission-on-deal\",\"formula\":\"product\",\"operands\":["
                        + "{\"label\":\"credited\",\"formula\":\"product\",\"operands\":["
                        + "{\"label\":\"deal-amount\",\"formula\":\"given\",\"result\":\"1000\",\"unit\":\"amount\",\"source\":\"deal:D-1\"},"
                        + "{\"label\":\"share\",\"formula\":\"given\",\"result\":\"0.5\",\"unit\":\"rate\",\"source\":\"split:D-1\"}],"
                        + "\"result\":\"500\",\"unit\":\"amount\",\"source\":\"deal:D-1\"},"
                        + "{\"label\":\"rate\",\"formula\":\"given\",\"result\":\"0.055\",\"unit\":\"rate\",\"source\":\"plan:Plan v1/Commission/rate\"}],"
                        + "\"result\":\"27.5\",\"unit\":\"amount\",\"source\":\"deal:D-1\"}");
    }

    @Test
    void whateverASourceIsCalledIsQuotedAsInJson() {
        String source = "deal:\"D\\1\"\t\u0001\u00e9\ud83d\ude00";
        Reason reason = new Reason(Label.RATE, Formula.GIVEN, List.of(), new BigDecimal("0.05"), Unit.RATE, source);

        assertThat(Reasons.write(reason)).endsWith("\"source\":\"deal:\\\"D\\\\1\\\"\\t\\u0001\u00e9\ud83d\ude00\"}");
        assertThat(Reasons.read(Reasons.write(reason))).isEqualTo(reason);
    }

    @Test
    void anotherTextIsNoReason() {
        for (String text : List.of(
                "",
                "{}",
                "[]",
                "{\"label\":\"rate\"}",
                "{\"label\":\"x\",\"formula\":\"given\",\"result\":\"1\",\"unit\":\"rate\"}")) {
            assertThatThrownBy(() -> Reasons.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSentenceSaysWhereAnAmountComesFrom() {
        List<Line> lines = lines(TIERS, credit("A", "9000", "1"), credit("B", "2500", "0.8"), credit("C", "100", "1"));

        assertThat(lines)
                .extracting(line -> english(line.reason()))
                .containsExactly(
                        "€720.00 = €9,000.00 × 8% (tier €0.00 to €10,000.00)",
                        "€80.00 = €1,000.00 (of 80% of €2,500.00) × 8% (tier €0.00 to €10,000.00)",
                        "€120.00 = €1,000.00 (of 80% of €2,500.00) × 12% (tier from €10,000.00)",
                        "€12.00 = €100.00 × 12% (tier from €10,000.00)");
    }

    @Test
    void numbersInASentenceAreNeverRounded() {
        Line line = lines(FLAT, credit("A", "33.33", "0.333333")).getFirst();

        assertThat(english(line.reason()))
                .isEqualTo("€0.611049388950 = 33.3333% of €33.33 × 5.5%".replace("388950", "38895"));
    }

    @Test
    void dutchReadersReadDutch() {
        Line line = lines(TIERS, credit("B", "2500", "0.8")).getFirst();

        assertThat(plain(new ReasonWords(NL_BE, EUR).sentence(line.reason())))
                .isEqualTo("€ 160,00 = 80% van € 2.500,00 × 8% (schijf € 0,00 tot € 10.000,00)");
        assertThat(new ReasonWords(NL_BE, EUR).label(line.reason())).isEqualTo("Commissie in deze schijf");
    }

    @Test
    void everyLabelAndFormulaHasWordsInBothLanguages() {
        for (Locale locale : List.of(Locale.UK, NL_BE)) {
            ReasonWords words = new ReasonWords(locale, EUR);
            for (Label label : Label.values()) {
                assertThat(words.text(label.key())).as(label.key()).isNotBlank();
            }
            for (Formula formula : Formula.values()) {
                assertThat(words.text(formula.key())).as(formula.key()).isNotBlank();
            }
        }
    }

    @Test
    void aMissingRateSaysWhichOneIsMissing() {
        Reason reason = new Reason(
                Label.NO_RATE, Formula.SUM, List.of(), BigDecimal.ZERO, Unit.AMOUNT, "rate:USD-EUR 2026-11-03");

        assertThat(english(reason)).isEqualTo("Not paid yet: exchange rate USD-EUR 3 Nov 2026 is missing");
        assertThat(plain(new ReasonWords(NL_BE, EUR).sentence(reason)))
                .isEqualTo("Nog niet betaald: wisselkoers USD-EUR 3 nov 2026 ontbreekt");
    }

    private static String english(Reason reason) {
        return plain(new ReasonWords(Locale.UK, EUR).sentence(reason));
    }

    /** Currency formats put spaces that do not break. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static List<Line> lines(String document, Credit... credits) {
        return Engine.calculate(
                PlanDocument.parse(document).terms("Plan", 1, EUR, new Validity(LocalDate.of(2026, 1, 1), null)),
                List.of(credits),
                YearMonth.of(2026, 11),
                YearMonth.of(2026, 11));
    }

    private static Credit credit(String deal, String amount, String share) {
        return new Credit(deal, LocalDate.of(2026, 11, 3), new BigDecimal(amount), new BigDecimal(share));
    }
}
