package org.koploper.commission.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.period.Period;

class TermsTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Component FLAT = new Component("Flat", new FlatRate(new BigDecimal("0.1")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1-            | Band 1 must start at 0, not at 1",
                "0-100 101-    | Band 2 must start at 100, not at 101, which leaves a gap",
                "0-100 99-     | Band 2 must start at 100, not at 99, which overlaps",
                "0-100         | Band 1 is the last one and must have no end",
                "0- 100-       | Band 1 has no end but is not the last one",
                "0-100 100-100 | A band from 100 to 100 is empty",
                "0-100 100-50  | A band from 100 to 50 is empty"
            })
    void bandsAreGaplessByConstruction(String bands, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TierRule(Accumulate.MONTH, Boundary.UPPER, bands(bands)))
                .withMessage(fault);
    }

    @Test
    void tiersNeedABandAndRatesAreNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TierRule(Accumulate.MONTH, Boundary.UPPER, List.of()))
                .withMessage("Tiers need at least one band");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FlatRate(new BigDecimal("-0.1")))
                .withMessage("A rate cannot be below zero: -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Band(new BigDecimal("-1"), null, BigDecimal.ONE))
                .withMessage("A band cannot start below zero, at -1");
    }

    @ParameterizedTest
    @CsvSource({
        "UPPER, 99.99, 0",
        "UPPER, 100, 1",
        "LOWER, 100.00, 0",
        "LOWER, 100.01, 1",
        "LOWER, 0, 0",
        "UPPER, -100, 1"
    })
    void thePlanSaysWhichBandABoundBelongsTo(Boundary boundary, BigDecimal position, int band) {
        assertThat(new TierRule(Accumulate.MONTH, boundary, bands("0-100 100-")).bandAt(position))
                .isEqualTo(band);
    }

    @Test
    void termsRefuseWhatCannotBePaid() {
        Validity validity = new Validity(LocalDate.of(2026, 1, 1), null);
        Rounding rounding = Rounding.standard(EURO);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms("AM", 1, EURO, validity, List.of(), rounding))
                .withMessageContaining("no component");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms("AM", 1, EURO, validity, List.of(FLAT, FLAT), rounding))
                .withMessageContaining("two components 'Flat'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms("AM", 0, EURO, validity, List.of(FLAT), rounding))
                .withMessageContaining("version from 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Component("a|b", FLAT.rule()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Validity(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rounding(RoundingMode.UNNECESSARY, 2))
                .withMessageContaining("UNNECESSARY");
    }

    @Test
    void creditsAndMonthsThatMakeNoSenseAreRefused() {
        Terms terms = terms(FLAT);
        Credit credit = new Credit("D-1", LocalDate.of(2026, 11, 1), BigDecimal.TEN, BigDecimal.ONE);
        YearMonth november = YearMonth.of(2026, 11);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.calculate(terms, List.of(credit, credit), november, november))
                .withMessageContaining("D-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Engine.calculate(terms, List.of(), november, november.minusMonths(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credit("D-1", credit.date(), BigDecimal.TEN, new BigDecimal("1.01")))
                .withMessageContaining("between 0 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Credit(" ", credit.date(), BigDecimal.TEN, BigDecimal.ONE));
    }

    @Test
    void theWidestWindowDecidesWhatToLoadAndWhatToComputeAgain() {
        Component quarterly =
                new Component("Quarterly", new TierRule(Accumulate.QUARTER, Boundary.UPPER, bands("0-100 100-")));

        assertThat(terms(FLAT).window(YearMonth.of(2026, 11))).isEqualTo(Period.parse("2026-11"));
        assertThat(terms(FLAT, quarterly).window(YearMonth.of(2026, 11))).isEqualTo(Period.parse("2026-Q4"));
    }

    private static Terms terms(Component... components) {
        Validity validity = new Validity(LocalDate.of(2026, 1, 1), null);
        return new Terms("AM", 1, EURO, validity, List.of(components), Rounding.standard(EURO));
    }

    private static List<Band> bands(String text) {
        return Arrays.stream(text.split(" "))
                .map(band -> band.split("-"))
                .map(ends -> new Band(
                        new BigDecimal(ends[0]), ends.length == 1 ? null : new BigDecimal(ends[1]), BigDecimal.ZERO))
                .toList();
    }
}
