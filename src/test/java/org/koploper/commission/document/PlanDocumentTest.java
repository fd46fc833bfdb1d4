package org.koploper.commission.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.TierRule;

class PlanDocumentTest {

    @Test
    void aFlatRateIsRead() {
        PlanDocument document = PlanDocument.parse("""
                {"components": [{"name": "New business", "measure": "revenue", "flat": {"rate": "0.05"}}],
                 "rounding": {"mode": "HALF_EVEN"}}
                """);

        assertThat(document.rounding()).isEqualTo(RoundingMode.HALF_EVEN);
        assertThat(document.components()).singleElement().satisfies(component -> {
            assertThat(component.name()).isEqualTo("New business");
            assertThat(component.rule()).isEqualTo(new FlatRate(new BigDecimal("0.05")));
        });
    }

    @Test
    void tiersAreReadWithAllTheirSwitches() {
        PlanDocument document = PlanDocument.parse("""
                {"components": [{"name": "Tiers", "tiers": {"mode": "marginal", "accumulate": "year", "boundary": "lower",
                  "bands": [{"from": "0", "to": "5000", "rate": "0.10"}, {"from": "5000", "rate": "0.12"}]}}]}
                """);

        TierRule tiers = (TierRule) document.components().getFirst().rule();
        assertThat(tiers.accumulate()).isEqualTo(Accumulate.YEAR);
        assertThat(tiers.boundary()).isEqualTo(Boundary.LOWER);
        assertThat(tiers.bands()).hasSize(2);
    }

    @Test
    void aSwitchThatIsLeftOutMeansItsStatedDefault() {
        PlanDocument document = PlanDocument.parse("""
                {"components": [{"name": "Tiers", "tiers": {"bands": [{"from": "0", "to": null, "rate": "0.1"}]}}]}
                """);

        TierRule tiers = (TierRule) document.components().getFirst().rule();
        assertThat(tiers.accumulate()).isEqualTo(Accumulate.MONTH);
        assertThat(tiers.boundary()).isEqualTo(Boundary.UPPER);
        assertThat(document.rounding()).isEqualTo(RoundingMode.HALF_UP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{                                                        ;                              ; brackets",
                "[]                                                       ;                              ; not-an-object",
                "{}                                                       ; components                   ; missing",
                "{'components': []}                                       ; components                   ; not-a-list",
                "{'components': [C], 'bonus': 1}                          ; bonus                        ; unknown-field",
                "{'components': [C], 'components': [C]}                   ; components                   ; field-twice",
                "{'components': [C]} {}                                   ;                              ; not-readable",
                "{'components': [C, C]}                                   ; components[1].name           ; name-twice",
                "{'components': [{'name': 'A'}]}                          ; components[0].flat           ; one-rule",
                "{'components': [{'name': 'A|B', 'flat': {'rate': '0.1'}}]} ; components[0].name         ; does-not-fit",
                "{'components': [{'name': 'A', 'flat': {'rate': ['0.1']}}]} ; components[0].flat.rate    ; not-a-text",
                "{'components': [{'name': 'A', 'flat': {}}]}              ; components[0].flat.rate      ; missing",
                "{'components': [{'name': 'A', 'flat': {'rate': '0.1', 'fixed': '9'}}]} ; components[0].flat.rate ; one-of",
                "{'components': [{'name': 'A', 'flat': {'rate': '5'}}]}   ; components[0].flat.rate      ; rate-out-of-range",
                "{'components': [{'name': 'A', 'flat': {'rate': '-0.1'}}]} ; components[0].flat.rate     ; rate-out-of-range",
                "{'components': [{'name': 'A', 'flat': {'rate': '5%'}}]}  ; components[0].flat.rate      ; not-a-decimal",
                "{'components': [{'name': 'A', 'flat': {'rate': '0.1234567'}}]} ; components[0].flat.rate ; too-many-decimals",
                "{'components': [{'name': 'A', 'flat': {'rate': '0.1', 'cap': '9'}}]} ; components[0].flat.cap ; unknown-field",
                "{'components': [{'name': 'A', 'measure': 'calls', 'flat': {'rate': '0.1'}}]} ; components[0].measure ; unknown-choice",
                "{'components': [{'name': 'A', 'tiers': {'mode': 'sideways', 'bands': [B]}}]} ; components[0].tiers.mode ; unknown-choice",
                "{'components': [{'name': 'A', 'tiers': {'bands': [B, B]}}]} ; components[0].tiers.bands ; does-not-fit",
                "{'components': [{'name': 'A', 'tiers': {'bands': [{'from': '0', 'to': '0', 'rate': '0.1'}]}}]} ; components[0].tiers.bands[0].from ; does-not-fit",
                "{'components': [C], 'rounding': {'mode': 'CEILING'}}     ; rounding.mode                ; unknown-choice"
            })
    void whatDoesNotFitIsRefusedWithItsPlace(String json, String path, String code) {
        String document = json.replace("C]", "{'name': 'A', 'flat': {'rate': '0.1'}}]")
                .replace("[C", "[{'name': 'A', 'flat': {'rate': '0.1'}}")
                .replace("B]", "{'from': '0', 'rate': '0.1'}]")
                .replace("[B", "[{'from': '0', 'rate': '0.1'}")
                .replace('\'', '"');

        assertThatExceptionOfType(PlanFault.class)
                .isThrownBy(() -> PlanDocument.parse(document))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.path()).isEqualTo(path == null ? "" : path);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "components:|>- name: A                                   ; tab-character     ; 2 ; 1",
                "components:|  - name: A|    flat: {rate: 0.1}|   tiers: 1 ; wrong-indentation ; 4 ; 4",
                "components:|  - name: A|      flat: {rate: 0.1}           ; wrong-indentation ; 3 ; 11",
                "components: []|  name: A                                 ; wrong-indentation ; 2 ; 3",
                "components: *shared                                      ; unknown-anchor    ; 1 ; 13",
                "components:|  - name: A|    flat                           ; colon-missing     ; 3 ; 5",
                "components:|  - name: 'A|    flat: {rate: 0.1}             ; quote-not-closed  ; 2 ; 11",
                "components:|  - name: A|    flat: {rate: 0.1               ; brackets          ; 3 ; 11",
                "components: [{name: A flat: 1}]                          ; brackets          ; 1 ; 27",
                "components: [{name: A}}]                                 ; brackets          ; 1 ; 23",
                "components: {name: A}}                                   ; brackets          ; 1 ; 22",
                "components: - name: A                                    ; wrong-indentation ; 1 ; 13",
                "components: @home                                        ; quotes-missing    ; 1 ; 13",
                "components: !!java.net.URL [x]                           ; not-readable      ; 1 ; 13"
            })
    void whatIsNoDocumentAtAllSaysWhyAndWhere(String lines, String code, int line, int column) {
        String document = lines.replace('|', '\n').replace('>', '\t') + "\n";

        assertThatExceptionOfType(PlanFault.class)
                .isThrownBy(() -> PlanDocument.parse(document))
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo(code);
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.column()).isEqualTo(column);
                });
    }
}
