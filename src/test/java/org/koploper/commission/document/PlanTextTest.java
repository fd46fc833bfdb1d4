package org.koploper.commission.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** What people download is a file of its own, and what they read is what they would have written. */
class PlanTextTest {

    private static final String JSON = """
            {"components": [{"name": "A {b}: c", "tiers": {"accumulate": "year", "boundary": "lower", "bands": [
              {"from": "0", "to": "5000", "rate": "0.10"}, {"from": "5000", "rate": "0.12"}]}}]}
            """;

    @Test
    void whatAFormCanSayReadsBackAsTheSame() {
        String readable = PlanText.readable(JSON);

        assertThat(readable).startsWith("components:\n  - name: \"A {b}: c\"\n    tiers:\n      accumulate: year\n");
        assertThat(PlanDocument.parse(readable)).isEqualTo(PlanDocument.parse(JSON));
    }

    @Test
    void whatAFormWouldLoseStaysAsItWasWritten() {
        for (String more : new String[] {
            with("\"rounding\": {\"mode\": \"DOWN\"}"),
            JSON.replace("\"tiers\"", "\"weight\": \"0.5\", \"tiers\""),
            with("\"examples\": [{\"name\": \"x\", \"expect\": [{\"total\": 0}]}]"),
            "# a word of ours\ncomponents: [{name: A, flat: {rate: 0.1}}]\n"
        }) {
            PlanDocument.parse(more);
            assertThat(PlanText.readable(more)).isEqualTo(more);
        }
    }

    @Test
    void aFileSaysWhatItIsCalledAndWhenItHoldsAndNothingElseIsAnother() {
        for (String document : new String[] {JSON, PlanText.readable(JSON)}) {
            PlanDocument file = PlanDocument.parse(PlanText.complete(
                    document,
                    "AM: \"2026\"",
                    Currency.getInstance("EUR"),
                    3,
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 6, 30)));

            assertThat(file.header())
                    .isEqualTo(new PlanDocument.Header(
                            "AM: \"2026\"",
                            Currency.getInstance("EUR"),
                            3,
                            LocalDate.of(2026, 1, 1),
                            LocalDate.of(2026, 6, 30)));
            assertThat(file.components()).isEqualTo(PlanDocument.parse(document).components());
        }
    }

    @Test
    void aDocumentThatSaysItAlreadyStaysAsItWasWritten() {
        String own =
                "plan: {name: A, currency: EUR, valid: {from: 2026-01-01}}\ncomponents: [{name: A, flat: {rate: 0.1}}]\n";

        assertThat(PlanText.complete(own, "B", Currency.getInstance("USD"), 2, LocalDate.EPOCH, null))
                .isEqualTo(own);
    }

    private static String with(String more) {
        return JSON.replaceFirst("\\{", "{" + more + ", ");
    }
}
