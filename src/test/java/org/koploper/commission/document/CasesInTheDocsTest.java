package org.koploper.commission.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.LineKind;
import org.koploper.commission.engine.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Independent worked cases, where they lie beside the project. Each is an example of a plan in the documentation, which
 * names it, passes, and comes to every amount that the collection expects.
 */
class CasesInTheDocsTest {

    private static final Path CASES = Path.of("../shared/examples/commission.json");

    private static final Path PLANS = Path.of("docs", "plans");

    /** What is expected there of figures that nobody is paid. */
    private static final Set<String> NO_PAY = Set.of(
            "adjustment",
            "attainment",
            "base",
            "blended_rate",
            "chargeback",
            "commission_unrounded",
            "cumulative",
            "days",
            "eligible_fraction",
            "fraction",
            "margin",
            "outstanding_after",
            "payout_pct_at_200pct",
            "qty",
            "quota",
            "rank",
            "settlement_lines",
            "tail",
            "top_up");

    /** A factory that is given up leaves no trace in the report; this is the test seen as skipped. */
    @Test
    void theWorkedCasesAreFound() throws IOException {
        assumeTrue(Files.exists(CASES), "needs ../shared: the worked cases are not part of the product");
        assertThat(everyCaseIsAnExampleThatPaysWhatItExpects()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsAnExampleThatPaysWhatItExpects() throws IOException {
        if (!Files.exists(CASES)) {
            return Stream.empty();
        }
        Map<String, ExampleResult> results = new LinkedHashMap<>();
        Map<String, Example> examples = new LinkedHashMap<>();
        try (Stream<Path> plans = Files.list(PLANS)) {
            for (Path plan : plans.sorted().toList()) {
                PlanDocument document = PlanDocument.parse(Files.readString(plan));
                List<ExampleResult> ran = Examples.run(document);
                for (int i = 0; i < ran.size(); i++) {
                    String name = plan.getFileName() + ": " + ran.get(i).example();
                    results.put(name, ran.get(i));
                    examples.put(name, document.examples().get(i));
                }
            }
        }
        List<JsonNode> cases = new ArrayList<>();
        JsonMapper.builder().build().readTree(Files.readString(CASES)).forEach(cases::add);
        return cases.stream()
                .filter(one -> one.get("use_as_test").asBoolean())
                .map(one -> dynamicTest(one.get("id").asString(), () -> check(one, results, examples)));
    }

    private static void check(JsonNode one, Map<String, ExampleResult> results, Map<String, Example> examples) {
        String id = one.get("id").asString();
        List<String> names = results.keySet().stream()
                .filter(name -> name.contains("(" + id + ")") || name.contains("(" + id + ","))
                .toList();
        assertThat(names).as("examples that name %s", id).isNotEmpty();
        TreeSet<BigDecimal> said = new TreeSet<>();
        for (String name : names) {
            assertThat(results.get(name).differences()).as(name).isEmpty();
            examples.get(name)
                    .expected()
                    .forEach(expected -> Stream.of(expected.total(), expected.drawn(), expected.held())
                            .filter(Objects::nonNull)
                            .forEach(said::add));
            examples.get(name).expected().forEach(expected -> {
                expected.books().liability().forEach(line -> said.add(line.amount()));
                expected.books().changes().forEach(line -> said.add(line.amount()));
            });
            said.addAll(paid(results.get(name)));
        }
        List<BigDecimal> missing = new ArrayList<>();
        one.get("expected").properties().forEach(entry -> {
            if (!NO_PAY.contains(entry.getKey())) {
                numbers(entry.getValue(), missing);
            }
        });
        missing.removeIf(said::contains);
        assertThat(missing).as("expected of %s and not said by %s", id, names).isEmpty();
    }

    /** Every line with its steps, every deal, and what they come to by person and month, earned or without what is drawn. */
    private static List<BigDecimal> paid(ExampleResult result) {
        List<BigDecimal> paid = new ArrayList<>();
        List<Line> all = new ArrayList<>();
        result.lines().values().forEach(lines -> {
            all.addAll(lines);
            lines.forEach(line -> steps(line.reason(), paid));
            lines.stream()
                    .map(Line::deal)
                    .distinct()
                    .forEach(deal -> paid.add(sum(lines, line -> Objects.equals(line.deal(), deal))
                            .setScale(2, RoundingMode.HALF_UP)));
            lines.stream().map(Line::month).distinct().forEach(month -> {
                paid.add(sum(lines, line -> line.month().equals(month)));
                paid.add(sum(lines, line -> line.month().equals(month) && line.kind() != LineKind.DRAWN));
            });
            paid.add(sum(lines, line -> true));
            paid.add(sum(lines, line -> line.kind().isEarned()));
        });
        paid.add(sum(all, line -> true));
        return paid;
    }

    private static void steps(Reason reason, List<BigDecimal> paid) {
        paid.add(reason.result().setScale(2, RoundingMode.HALF_UP));
        reason.operands().forEach(operand -> steps(operand, paid));
    }

    private static BigDecimal sum(List<Line> lines, Predicate<Line> wanted) {
        return lines.stream().filter(wanted).map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void numbers(JsonNode node, List<BigDecimal> numbers) {
        if (node.isArray() || node.isObject()) {
            node.values().forEach(inner -> numbers(inner, numbers));
        } else {
            try {
                numbers.add(new BigDecimal(node.asString()));
            } catch (NumberFormatException e) {
                // words are no amounts
            }
        }
    }
}
