package org.koploper.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.KpiReason.Code;
import org.koploper.kpi.Reading;
import org.koploper.ui.ScreenTest;

/** All screens write a KPI in one way. */
class ReadingWordsTest extends ScreenTest {

    private ReadingWords words = new ReadingWords("EUR");

    @BeforeEach
    void somebodyLooks() {
        in(scene.asAn());
        words = new ReadingWords("EUR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REVENUE       | 1234.4   | €1,234",
                "VELOCITY      | 3333.33  | €3,333 a day",
                "QUOTE_TO_ORDER| 0.45     | 45.0%",
                "SALES_CYCLE   | 1        | 1 day",
                "SALES_CYCLE   | 12.52    | 12.5 days",
                "RESPONSE_TIME | 45       | 45 min",
                "RESPONSE_TIME | 150      | 2.5 h",
                "RESPONSE_TIME | 2880     | 2 days",
                "PAYBACK       | 3.333333 | 3.3 months",
                "PAYBACK       | 48       | 4 years (48 months)",
                "VALUE_TO_COST | 3        | 3 times",
                "CONTACTS_PER_DAY | 4.256 | 4.26",
                "CALLS         | 108      | 108",
                "CALLS         | 33.333   | 33.3"
            })
    void aNumberHasTheUnitOfItsKpi(Kpi kpi, BigDecimal value, String written) {
        assertThat(words.figure(of(kpi, value, null, null, null))).isEqualTo(written);
    }

    @Test
    void theCurrencyOfTheReadingGoesBeforeThatOfTheHouse() {
        Reading dollars = new Reading(Kpi.REVENUE, BigDecimal.TEN, BigDecimal.TEN, null, BigDecimal.ONE, "USD", null);
        assertThat(words.figure(dollars)).contains("US$10");
        assertThat(new ReadingWords(null).figure(of(Kpi.REVENUE, BigDecimal.TEN, null, null, null)))
                .isEqualTo("10");
    }

    @Test
    void ofTooFewBothNumbersAreSaidAndNoPercentage() {
        Reading few = of(Kpi.QUOTE_TO_ORDER, null, "2", "3", new KpiReason(Code.TOO_FEW, List.of("5")));
        assertThat(words.figure(few)).isEqualTo("2 of 3");
        assertThat(words.both(few)).isEqualTo("2 of 3");
        assertThat(text(words.card(few)))
                .contains("Quote to order", "2 of 3", "Fewer than 5 of them")
                .doesNotContain("%", "decided");
    }

    @Test
    void whereThereIsNothingItIsSaidInWords() {
        Reading nothing = of(Kpi.QUOTE_TO_ORDER, null, "0", "0", new KpiReason(Code.NOTHING_TO_DIVIDE_BY, List.of()));
        assertThat(words.figure(nothing)).isNull();
        assertThat(words.both(nothing)).isEqualTo("–");
        assertThat(words.said(nothing)).isEqualTo("too little data");
        assertThat(text(words.card(nothing)))
                .contains("There is nothing yet to compute it from")
                .doesNotContain("0 of 0");
    }

    @Test
    void whatCannotBeDividedStillSaysWhatThereIs() {
        Reading cost = of(Kpi.ACQUISITION_COST, null, "900", "0", new KpiReason(Code.NOTHING_TO_DIVIDE_BY, List.of()));
        assertThat(text(words.card(cost))).contains("New customers: 0, costs: €900");
    }

    @Test
    void whatIsReadFromDealsIsNotSaidToBeOfQuotes() {
        KpiReason deals = new KpiReason(Code.FROM_DEALS, List.of());
        assertThat(words.basis(of(Kpi.QUOTE_TO_ORDER, new BigDecimal("0.5"), "6", "12", null)))
                .contains("6 of 12 decided quotes won");
        assertThat(words.basis(of(Kpi.QUOTE_TO_ORDER, new BigDecimal("0.5"), "6", "12", deals)))
                .contains("6 of 12 decided deals won");
    }

    @Test
    void aRateSaysBetweenWhichItProbablyLies() {
        assertThat(words.between(of(Kpi.QUOTE_TO_ORDER, new BigDecimal("0.2"), "20", "100", null)))
                .contains("probably between 13.3% and 28.9%");
        assertThat(words.between(of(Kpi.SALES_CYCLE, BigDecimal.TEN, null, null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kpi.class)
    void everyKpiCanSayWhatItWasMadeOfInBothLanguages(Kpi kpi) {
        Reading reading = of(kpi, new BigDecimal("0.5"), "6", "12", new KpiReason(Code.FROM_DEALS, List.of()));
        for (Locale language : List.of(Locale.UK, Locale.forLanguageTag("nl-BE"))) {
            com.vaadin.flow.component.UI.getCurrent().setLocale(language);
            ReadingWords here = new ReadingWords("EUR");
            assertThat(here.basis(reading).orElse("") + here.shortBasis(reading).orElse(""))
                    .doesNotContain("!{", "reading.");
        }
    }

    @Test
    void ratesDifferInPointsAndAmountsInAmounts() {
        assertThat(words.difference(Kpi.CHURN, new BigDecimal("0.5"))).isEqualTo("50 pp");
        assertThat(words.difference(Kpi.REVENUE, new BigDecimal("50"))).isEqualTo("€50");
    }

    private static Reading of(
            Kpi kpi,
            @Nullable BigDecimal value,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable KpiReason reason) {
        return new Reading(
                kpi,
                value,
                numerator == null ? null : new BigDecimal(numerator),
                denominator == null ? null : new BigDecimal(denominator),
                BigDecimal.valueOf(7),
                null,
                reason);
    }

    private static String text(org.koploper.ui.kit.Kpi card) {
        return card.getElement().getTextRecursively();
    }
}
