package org.koploper.commission.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema takes the plans that the product takes, and refuses what it refuses, as far as a schema can. */
class PlanSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonSchema SCHEMA = schema();

    private static final String PLAN = """
            plan: {name: Ten, currency: EUR, valid: {from: 2026-01-01}}
            components:
              - name: Commission
                tiers: {mode: marginal, accumulate: year, bands: [{from: 0, to: 5000, rate: 0.1}, {from: 5000, rate: 0.2}]}
                limits: {most: 1000, over: year}
            pay: {draw: {kind: guarantee, amount: 100}}
            examples:
              - name: A thousand
                sales: [{amount: 1000}]
                expect: [{total: 100}]
            """;

    @TestFactory
    Stream<DynamicTest> everyPlanOfTheDocumentationFits() {
        return plans().map(file -> dynamicTest(
                file.getFileName().toString(),
                () -> assertThat(faults(read(file))).isEmpty()));
    }

    /** Every object of every plan, one after the other, with a field that nobody knows. */
    @TestFactory
    Stream<DynamicTest> aFieldThatNobodyKnowsIsRefusedWhereverItStands() {
        return plans().map(file -> dynamicTest(file.getFileName().toString(), () -> {
            JsonNode plan = json(PlanTree.root(read(file)));
            for (ObjectNode object : objects(plan)) {
                object.put("nobody-knows", "this");
                String text = plan.toString();
                // names of traits and people are free
                if (knowsNot(text)) {
                    assertThat(validate(text)).as(text).isNotEmpty();
                }
                object.remove("nobody-knows");
            }
        }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "name: Commission ; nam: Commission",
                "tiers: {mode ; tiers: {mod",
                "marginal ; sideways",
                "accumulate: year ; accumulate: decade",
                "rate: 0.2 ; rate: five",
                "from: 5000, rate: 0.2 ; rate: 0.2",
                "over: year ; over: century",
                "kind: guarantee ; kind: gift",
                "amount: 100} ; amunt: 100}",
                "expect: [{total: 100}] ; expect: []",
                "expect: [{total: 100}] ; expect: [{person: rep}]",
                "currency: EUR ; currency: euro",
                "valid: {from: 2026-01-01} ; valid: {from: tomorrow}",
                "limits: {most: 1000, over: year} ; flat: {rate: 0.1}",
                "pay: {draw: {kind: guarantee, amount: 100}} ; late: {closed: forgive}",
                "pay: {draw: {kind: guarantee, amount: 100}} ; late: {closed: carry-forward, below: 5}",
                "pay: {draw: {kind: guarantee, amount: 100}} ; late: {below: 5}",
                "pay: {draw: {kind: guarantee, amount: 100}} ; late: {closed: forget, below: 5}"
            })
    void whatTheProductRefusesTheSchemaRefusesToo(String what, String by) {
        String broken = PLAN.replace(what, by);

        assertThat(broken).isNotEqualTo(PLAN);
        assertThatExceptionOfType(PlanFault.class).isThrownBy(() -> PlanDocument.parse(broken));
        assertThat(faults(broken)).isNotEmpty();
        assertThat(faults(PLAN)).isEmpty();
    }

    private static boolean knowsNot(String text) {
        try {
            PlanDocument.parse(text);
            return false;
        } catch (PlanFault fault) {
            return fault.code().equals("unknown-field");
        }
    }

    private static List<ObjectNode> objects(JsonNode node) {
        return Stream.concat(
                        node instanceof ObjectNode object ? Stream.of(object) : Stream.empty(),
                        node.values().stream().flatMap(inner -> objects(inner).stream()))
                .toList();
    }

    private static List<String> faults(String yaml) {
        return validate(json(PlanTree.root(yaml)).toString());
    }

    private static List<String> validate(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** As editors read YAML: numbers and truth are such, days are texts. */
    private static JsonNode json(Node node) {
        return switch (node) {
            case MappingNode mapping -> {
                ObjectNode object = JSON.createObjectNode();
                for (NodeTuple tuple : mapping.getValue()) {
                    object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode()));
                }
                yield object;
            }
            case SequenceNode list -> {
                var array = JSON.createArrayNode();
                list.getValue().forEach(one -> array.add(json(one)));
                yield array;
            }
            default -> scalar((ScalarNode) node);
        };
    }

    private static JsonNode scalar(ScalarNode node) {
        Tag tag = node.getTag();
        boolean isNumber = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        return isNumber || tag.equals(Tag.BOOL)
                ? JSON.readTree(node.getValue())
                : JSON.getNodeFactory().stringNode(node.getValue());
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("src/main/resources/META-INF/resources/schema/plan-v1.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> plans() {
        try (Stream<Path> files = Files.list(Path.of("docs", "plans"))) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
