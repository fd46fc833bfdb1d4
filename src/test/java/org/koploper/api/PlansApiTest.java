package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.koploper.access.Scope;
import org.koploper.commission.PlanCommands;
import org.koploper.testing.OnEmpty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plan documents as programs try them. */
@OnEmpty
class PlansApiTest {

    private static final Path TIERS = Path.of("docs", "plans", "03-marginal-tiers.yml");

    @Autowired
    private WebApplicationContext product;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aDocumentIsAnsweredAsTheCommandAnswersIt() throws IOException {
        Api.Answer answer = evaluate("application/yaml", Files.readString(TIERS), "en");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isNotEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CommandLine(new PlanCommands(
                        new PrintStream(out, true, StandardCharsets.UTF_8), System.err, Locale.ENGLISH))
                .execute("test", "--json", TIERS.toString());
        JsonNode byCommand = JsonMapper.builder().build().readTree(out.toString(StandardCharsets.UTF_8));
        byCommand.forEach(example -> ((ObjectNode) example).remove("file"));
        answer.json().forEach(example -> ((ObjectNode) example).remove("file"));
        assertThat(answer.json()).isEqualTo(byCommand);
        assertThat(jdbc.sql("select count(*) from plans").query(Long.class).single())
                .isZero();
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsPlaceAndCureInBothLanguages() throws IOException {
        String broken = Files.readString(TIERS).replace("rate: 0.", "rate: 9.");
        Api.Answer answer = evaluate("application/yaml", broken, "en");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("plan-refused");
        JsonNode violation = answer.json().at("/violations/0");
        assertThat(violation.get("field").stringValue()).startsWith("components[0].tiers.bands[0]");
        assertThat(violation.get("code").stringValue()).isEqualTo("rate-out-of-range");
        assertThat(violation.get("message").stringValue()).contains("Write 5% as 0.05.");
        assertThat(violation.get("line").intValue()).isGreaterThan(3);
        assertThat(violation.get("column").intValue()).isPositive();
        assertThat(evaluate("application/yaml", broken, "nl").text()).contains("Schrijf 5% als 0.05.");
    }

    @Test
    void whateverIsSentIsRefusedAndNeverAFault() {
        for (String odd : new String[] {
            "",
            "[]",
            "{",
            "null",
            "plan: 7",
            "components: [{name: A, flat: {rate: 0.1}}]",
            "a: &a [*a]",
            "plan: {name: A, currency: EUR, version: 99999999999, valid: {from: 2026-01-01}}",
            "plan: {name: A, currency: EUR, valid: {from: 0001-01-01}}\ncomponents: [{name: A, flat: {rate: 0.1}}]\n"
                    + "examples: [{name: long, people: [{id: a}],"
                    + " sales: [{date: 9999-12-31, amount: 1}], expect: [{total: 0}]}]\npay: {holdback: {share: 0.1, months: 1e9}}"
        }) {
            assertThat(evaluate("application/yaml", odd, "en").status()).as(odd).isEqualTo(422);
        }
        assertThat(evaluate("application/yaml", "a".repeat(2_000_001), "en").status())
                .isEqualTo(413);
        assertThat(evaluate("application/pdf", "%PDF", "en").status()).isEqualTo(415);
    }

    @Test
    void anExampleThatReachesOverAgesIsRefused() {
        String people = IntStream.range(0, 10).mapToObj(i -> "{id: p" + i + "}").collect(Collectors.joining(", "));
        String ages = "plan: {name: A, currency: EUR, valid: {from: 0001-01-01}}\n"
                + "components: [{name: A, flat: {rate: 0.1}}]\n"
                + "examples: [{name: ages, people: [" + people + "], sales: [{date: 9999-12-31, amount: 1}],"
                + " expect: [{total: 0.1}]}]";

        assertThat(evaluate("application/yaml", ages, "en").text()).contains("example-too-large", "\"line\":3");
    }

    @Test
    void aTokenWithoutTheScopeIsRefused() {
        assertThat(Api.of(product, Scope.BOARDS)
                        .call(post("/api/v1/plans/evaluate")
                                .contentType("application/yaml")
                                .content("{}"))
                        .status())
                .isEqualTo(403);
        assertThat(Api.of(product, "")
                        .call(post("/api/v1/plans/evaluate")
                                .contentType("application/yaml")
                                .content("{}"))
                        .status())
                .isEqualTo(401);
    }

    private Api.Answer evaluate(String type, String document, String language) {
        return Api.of(product, Scope.STATEMENTS)
                .call(post("/api/v1/plans/evaluate")
                        .contentType(type)
                        .header("Accept-Language", language)
                        .content(document.getBytes(StandardCharsets.UTF_8)));
    }
}
