package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.engine.Validity;

/** A plan pays nobody before it does what its own text says and the run knows what it asks for. */
class PublishGuardTest {

    private static final PlanRef PLAN = new PlanRef(1, "AM", "AM 2026", Currency.getInstance("EUR"));
    private static final String TEN = """
            plan: {name: Ten, currency: EUR, valid: {from: 2026-01-01}}
            components:
              - name: Commission
                flat: {rate: 0.10}
            examples:
              - name: A thousand
                sales: [{amount: 1000}]
                expect: [{total: 100}]
              - name: Two thousand
                sales: [{amount: 2000}]
                expect: [{total: 200}]
            """;

    @Test
    void aPlanThatPaysWhatItsExamplesSayMayPayPeople() {
        assertThatCode(() -> admit(TEN)).doesNotThrowAnyException();
    }

    @Test
    void oneExampleThatDiffersKeepsTheWholePlanBack() {
        PlanFault fault = refusal(TEN.replace("total: 200", "total: 250"));

        assertThat(fault.code()).isEqualTo("example-differs");
        assertThat(fault.path()).isEqualTo("examples[1]");
        assertThat(fault.line() + ":" + fault.column()).isEqualTo("9:5");
        assertThat(new FaultWords(Locale.UK).of(fault))
                .isEqualTo("The example “Two thousand” pays 200 where 250 is expected."
                        + " Correct the rules, or the example.");
        assertThat(new FaultWords(Locale.of("nl", "BE")).of(fault))
                .isEqualTo("Het voorbeeld “Two thousand” betaalt 200 waar 250 wordt verwacht."
                        + " Verbeter de regels of het voorbeeld.");
    }

    @Test
    void examplesOfRulesWithoutHeaderAreHeldToo() {
        String rules = TEN.substring(TEN.indexOf("components"));

        assertThatCode(() -> admit(rules)).doesNotThrowAnyException();
        assertThat(refusal(rules.replace("total: 200", "total: 250")).code()).isEqualTo("example-differs");
    }

    @Test
    void aDocumentThatSaysOtherDaysIsRefused() {
        PlanFault fault = refusal(TEN.replace("2026-01-01", "2026-02-01"));

        assertThat(fault.code()).isEqualTo("other-days");
        assertThat(fault.line()).isEqualTo(1);
    }

    @Test
    void aDocumentInAnotherCurrencyIsRefused() {
        PlanFault fault = refusal(TEN.replace("EUR", "GBP"));

        assertThat(fault.code()).isEqualTo("other-currency");
        assertThat(fault.line() + ":" + fault.column()).isEqualTo("1:29");
    }

    @ParameterizedTest
    @CsvSource({
        "39-margin,           components[0], run-knows-no-trait",
        "38-product-rates,    components[0], run-knows-no-trait",
        "22-overlay,          components[1], run-knows-no-overlay"
    })
    void aPlanThatAsksForWhatTheRunIsNotToldIsRefusedWithItsPlace(String file, String path, String code)
            throws IOException {
        PlanFault fault = refusal(Files.readString(Path.of("docs", "plans", file + ".yml")));

        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.path()).isEqualTo(path);
        assertThat(fault.line()).isPositive();
        assertThat(fault.column()).isPositive();
    }

    @Test
    void anOwnQuotaOfWhatNobodyHasTargetsOfIsRefused() {
        assertThat(refusal(TEN.replace(
                                        "flat: {rate: 0.10}",
                                        "measure: margin\n    quota: {}\n    tiers: {on: attainment, bands: [{from: 0, rate: 0.1}]}")
                                .replace("total: 100", "total: 0")
                                .replace("total: 200", "total: 0"))
                        .code())
                .startsWith("run-knows-no-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18-scorecard",
                "25-bonus",
                "25b-spiff",
                "25c-spiff-first-come",
                "26-ranking",
                "26b-ranking-first-to-reach",
                "26c-ranking-shared",
                "27-cap-and-floor",
                "27b-cap-carried",
                "28-guarantee",
                "29-recoverable-draw",
                "30-draw-in-advance",
                "31-holdback",
                "33-release-on-cash",
                "35-advance",
                "36-clawback",
                "36d-clawback-of-what-was-paid",
                "40-currencies",
                "40e-pay-in-another-currency",
                "40f-rounded-at-each-step",
                "40g-pay-at-the-rate-of-the-month"
            })
    void whatIsSettledInOtherMonthsOrPaidInOtherMoneyMayPayPeople(String file) throws IOException {
        String document = Files.readString(Path.of("docs", "plans", file + ".yml"));
        Currency currency = PlanDocument.parse(document).header().currency();
        PlanRef plan = new PlanRef(1, "AM", "AM 2026", currency);

        assertThatCode(() -> PublishGuard.admit(document, plan, 1, new Validity(LocalDate.of(2026, 1, 1), null)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatLowerLevelsEarnIsNotKnownToTheRun() {
        assertThat(refusal(TEN.substring(0, TEN.indexOf("examples"))
                                .replace(
                                        "- name: Commission",
                                        "- name: Commission\n    whose: team\n    less_lower_levels: true"))
                        .code())
                .isEqualTo("run-knows-no-lower-levels");
    }

    private static void admit(String document) {
        PublishGuard.admit(document, PLAN, 1, new Validity(LocalDate.of(2026, 1, 1), null));
    }

    private static PlanFault refusal(String document) {
        return catchThrowableOfType(PlanFault.class, () -> admit(document));
    }
}
