package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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

    @Test
    void aPlanThatAsksForWhatTheRunIsNotToldIsRefusedWithItsPlace() {
        PlanFault fault = refusal(TEN.replace("    flat:", "    where: {colour: red}\n    flat:")
                .replace("amount: 1000", "amount: 1000, traits: {colour: red}")
                .replace("amount: 2000", "amount: 2000, traits: {colour: red}"));

        assertThat(fault.code()).isEqualTo("run-knows-no-trait");
        assertThat(fault.arguments()).containsExactly("colour", "category, product, region, segment, variant");
        assertThat(fault.path()).isEqualTo("components[0]");
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

    @TestFactory
    Stream<DynamicTest> everyPlanOfTheDocumentationMayPayPeople() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("docs", "plans"))) {
            files = all.sorted().toList();
        }
        return files.stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    String document = Files.readString(file);
                    PlanDocument.Header header = PlanDocument.parse(document).header();
                    PlanRef plan = new PlanRef(1, "AM", "AM 2026", header.currency());

                    assertThatCode(() ->
                                    PublishGuard.admit(document, plan, 1, new Validity(header.from(), header.to())))
                            .doesNotThrowAnyException();
                }));
    }

    private static void admit(String document) {
        PublishGuard.admit(document, PLAN, 1, new Validity(LocalDate.of(2026, 1, 1), null));
    }

    private static PlanFault refusal(String document) {
        return catchThrowableOfType(PlanFault.class, () -> admit(document));
    }
}
