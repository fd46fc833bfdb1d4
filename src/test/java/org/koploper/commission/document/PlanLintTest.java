package org.koploper.commission.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people would not expect of a plan is found, with the smallest sales that show it. */
class PlanLintTest {

    @Test
    void plainTiersHaveNothingToLookAt() {
        assertThat(found("tiers: {accumulate: year, bands: [{from: 0, to: 5000, rate: 0.1}, {from: 5000, rate: 0.2}]}"))
                .isEmpty();
    }

    @Test
    void aCentThatIsWorthAFortuneIsACliff() {
        assertThat(found("tiers: {mode: retroactive, accumulate: year,"
                        + " bands: [{from: 0, to: 100000, rate: 0.05}, {from: 100000, rate: 0.07}]}"))
                .containsExactly("components[0] cliff [99999.99, 5000, 100000.01, 7000]");
    }

    @Test
    void sellingMoreForLessIsFound() {
        assertThat(found("tiers: {mode: retroactive, accumulate: year,"
                        + " bands: [{from: 0, to: 1000, rate: 0.10}, {from: 1000, rate: 0.05}]}"))
                .containsExactly("components[0] less-for-more [999.99, 100, 1000.01, 50]");
    }

    @Test
    void aTierThatALimitTakesAwayIsFound() {
        assertThat(found("limits: {most: 500, over: year}\n    tiers: {accumulate: year,"
                        + " bands: [{from: 0, to: 5000, rate: 0.1}, {from: 5000, rate: 0.2}]}"))
                .containsExactly("components[0] nothing-more [5000.01, 10000.02, 500]");
    }

    @Test
    void aDealThatPaysMoreInTwoIsFound() {
        assertThat(found(
                        "tiers: {accumulate: none, bands: [{from: 0, to: 1000, rate: 0.1}, {from: 1000, rate: 0.05}]}"))
                .containsExactly("components[0] pays-otherwise-in-two [2000, 150, 1000, 200]");
    }

    @Test
    void aCurveThatPaysNothingMoreBeyondItsTargetIsFound() {
        assertThat(found("quota: {amount: 1000}\n    target_pay: 100\n    curve: {accumulate: year,"
                        + " points: [{attainment: 0.5, payout: 0}, {attainment: 1, payout: 1}]}"))
                .containsExactly("components[0] nothing-more [1000.01, 2000.02, 100]");
    }

    @Test
    void aPlanWithoutExamplesIsFound() {
        PlanDocument plan = PlanDocument.parse("""
                plan: {name: None, currency: EUR, valid: {from: 2026-01-01}}
                components: [{name: Commission, flat: {rate: 0.1}}]
                """);

        assertThat(PlanLint.of(plan, plan.terms()))
                .containsExactly(new PlanLint.Finding("examples", "no-examples", List.of()));
    }

    private static List<String> found(String rule) {
        PlanDocument plan = PlanDocument.parse("""
                plan: {name: Looked at, currency: EUR, valid: {from: 2026-01-01}}
                components:
                  - name: Commission
                    %s
                examples: [{name: Nothing, sales: [], expect: [{total: 0}]}]
                """.formatted(rule).replace("sales: [], ", ""));
        return PlanLint.of(plan, plan.terms()).stream()
                .map(finding -> finding.path() + " " + finding.code() + " " + finding.arguments())
                .toList();
    }
}
