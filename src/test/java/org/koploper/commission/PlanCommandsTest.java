package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever writes plans in an editor gets from the commands. */
class PlanCommandsTest {

    private static final String PLAN = """
            plan: {name: Ten, currency: EUR, valid: {from: 2026-01-01}}
            components:
              - name: Commission
                flat: {rate: 0.10}
            examples:
              - name: A thousand
                sales: [{deal: D-7, amount: 1000, person: an}]
                expect: [{person: an, total: %s}]
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void allExamplesPass() throws IOException {
        assertThat(run(Locale.UK, "test", file(PLAN.formatted("100")))).isZero();
        assertThat(said()).contains("A thousand", "1 of 1 examples pass, in 1 files.");
    }

    @Test
    void aDifferenceIsShownWithWhatIsPaidAndWhy() throws IOException {
        assertThat(run(Locale.UK, "test", file(PLAN.formatted("99.99")))).isEqualTo(1);
        assertThat(said())
                .contains("an, total: expected 99.99, pays 100")
                .contains("2026-01 Commission: €100.00 = €1,000.00 × 10%");
    }

    @Test
    void whatCannotBeReadIsNamedByFileLineColumnAndCure() throws IOException {
        String broken = PLAN.formatted("100").replace("rate: 0.10", "rate: 10");

        assertThat(run(Locale.UK, "test", file(broken))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "plan.yml:4:18: components[0].flat.rate: A rate of 10 is not between 0 and 1. Write 5% as 0.05.");
        assertThat(run(Locale.of("nl", "BE"), "test", file(broken))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Schrijf 5%");
        assertThat(run(Locale.UK, "test", "nowhere.yml")).isEqualTo(2);
    }

    @Test
    void asJsonAllFiguresLinesAndReasonsAreThere() throws IOException {
        assertThat(run(Locale.UK, "test", "--json", file(PLAN.formatted("99")))).isEqualTo(1);

        JsonNode answer = JsonMapper.builder().build().readTree(said()).get(0);
        assertThat(answer.get("example").stringValue()).isEqualTo("A thousand");
        assertThat(answer.get("pass").booleanValue()).isFalse();
        assertThat(answer.at("/expected/0/amount").stringValue()).isEqualTo("99");
        assertThat(answer.at("/actual/0/amount").stringValue()).isEqualTo("100");
        assertThat(answer.at("/lines/0/deal").stringValue()).isEqualTo("D-7");
        assertThat(answer.at("/lines/0/reason/operands/1/result").stringValue()).isEqualTo("0.1");
    }

    @Test
    void anAmountIsExplainedDownToTheTermsOfThePlan() throws IOException {
        assertThat(run(Locale.UK, "explain", file(PLAN.formatted("100")), "--example", "1", "--person", "an"))
                .isZero();
        assertThat(said())
                .contains("€1,000.00  Your part of the deal = €1,000.00 × 100%  [deal D-7]")
                .contains("10%  Rate  [plan Ten v1, Commission, rate]")
                .contains("an in all: 100");
    }

    @Test
    void whatPeopleWouldNotExpectIsFoundWithTheSalesThatShowIt() throws IOException {
        String cliff = PLAN.formatted("100")
                .replace(
                        "flat: {rate: 0.10}",
                        "tiers: {mode: retroactive, bands: [{from: 0, to: 5000, rate: 0.10}, {from: 5000, rate: 0.2}]}");

        assertThat(run(Locale.UK, "lint", file(PLAN.formatted("100")))).isZero();
        assertThat(run(Locale.UK, "lint", file(cliff))).isEqualTo(1);
        assertThat(said())
                .contains(
                        "selling 5,000.01 instead of 4,999.99 earns 1,000.00 instead of 500.00.",
                        "1 findings in 1 files.");
        assertThat(run(Locale.UK, "lint", file("components: ["))).isEqualTo(2);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String file(String plan) throws IOException {
        return Files.writeString(folder.resolve("plan.yml"), plan).toString();
    }

    private int run(Locale locale, String... arguments) {
        PlanCommands commands = new PlanCommands(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                locale);
        return new CommandLine(commands).execute(arguments);
    }
}
