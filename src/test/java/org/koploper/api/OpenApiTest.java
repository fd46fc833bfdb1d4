package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;
import org.koploper.testing.OnEmpty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What /v3/api-docs says is complete and true: every example is sent to an empty product, and every answer is held against it. */
@OnEmpty
class OpenApiTest {

    private static final String TOKEN = "a-token-for-tests-that-is-long-enough";

    /** What no example can know: numbers and moments of our own, and what depends on today. */
    private static final Set<String> VARYING = Set.of(
            "id",
            "messageId",
            "at",
            "by",
            "startedAt",
            "finishedAt",
            "startedBy",
            "createdAt",
            "createdBy",
            "oldSecretUntil",
            "notedAt",
            "nextAt",
            "triedAt",
            "asOf",
            "closedAt",
            "payableOn",
            "expectedNow",
            "progress",
            "secret",
            "state",
            "text");

    @Autowired
    WebApplicationContext product;

    @Autowired
    RecordKinds kinds;

    @Autowired
    JsonMapper json;

    private JsonNode description;
    private Api api;
    private final Map<String, String> numbers = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    @BeforeEach
    void read() {
        description = Api.of(product, "").call(get("/v3/api-docs")).json();
        api = Api.of(product, TOKEN);
    }

    private interface Look {
        void at(String method, String path, JsonNode operation);
    }

    private void each(Look look) {
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> look.at(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue())));
    }

    @Test
    void everyOperationSaysWhatItDoesWhatItTakesWhoMayAndHowItRefuses() {
        each((method, path, operation) -> {
            String where = method + " " + path;
            for (String said : List.of("summary", "description", "operationId")) {
                if (operation.path(said).asString("").isBlank()) {
                    faults.add(where + " has no " + said);
                }
            }
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("description").asString("").isBlank()) {
                    faults.add(where + " does not explain " + parameter.path("name"));
                }
            });
            if (operation.at("/security/0/bearer").isEmpty()) {
                faults.add(where + " names no scope");
            }
            for (String status : List.of("401", "403", "429", "500")) {
                if (!operation.path("responses").has(status)) {
                    faults.add(where + " does not say " + status);
                }
            }
        });
        assertThat(faults).isEmpty();
        assertThat(description.at("/info/version").asString()).isEqualTo("v1");
        assertThat(description.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        Set<String> ids = new java.util.HashSet<>();
        each((method, path, operation) ->
                assertThat(ids.add(operation.get("operationId").asString())).isTrue());
    }

    @Test
    void everyKindOfRecordHasItsOwnFieldsAndAddresses() {
        for (RecordKind kind : kinds.all()) {
            JsonNode fields = description.at("/components/schemas/" + RecordSchemas.name(kind) + "/properties");
            assertThat(fields.propertyNames())
                    .containsExactlyElementsOf(
                            kind.fields().stream().map(field -> field.name()).toList());
            assertThat(description.get("paths").get("/api/v1/" + kind.name()).propertyNames())
                    .containsExactlyInAnyOrder("get", "put");
            assertThat(description
                            .get("paths")
                            .get("/api/v1/" + kind.name() + "/{externalId}")
                            .propertyNames())
                    .containsExactlyInAnyOrder("get", "delete");
        }
    }

    @Test
    void everyCodeThatTheCodeRefusesWithIsListedUnderItsStatus() throws IOException {
        Pattern refusal = Pattern.compile("HttpStatus\\.([A-Z_]+),\\s*\"([a-z-]+)\"");
        List<String> unlisted = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/koploper/api"))) {
            for (Path file : files.toList()) {
                Matcher found = refusal.matcher(Files.readString(file));
                while (found.find()) {
                    int status = HttpStatus.valueOf(found.group(1)).value();
                    if (!ProblemCodes.BY_STATUS.getOrDefault(status, List.of()).contains(found.group(2))) {
                        unlisted.add(status + " " + found.group(2));
                    }
                }
            }
        }
        assertThat(unlisted).isEmpty();
        assertThat(description.at("/components/schemas/Problem/properties/code/enum"))
                .hasSize(ProblemCodes.BY_STATUS.values().stream()
                        .mapToInt(List::size)
                        .sum());
    }

    @Test
    void everyExampleIsTrue() {
        List<RecordKind> all = RecordExamples.inOrder(kinds).stream()
                .filter(kind -> !kind.name().startsWith("trial"))
                .toList();
        all.forEach(kind -> send("PUT", "/api/v1/" + kind.name()));
        for (RecordKind kind : all) {
            send("GET", "/api/v1/" + kind.name());
            send("GET", "/api/v1/" + kind.name() + "/{externalId}");
        }
        for (String operation : order()) {
            String[] words = operation.split(" ");
            if (!words[1].contains("{kind}") || words[1].contains("templates")) {
                send(words[0], words[1]);
            }
        }
        send("DELETE", "/api/v1/payments/{externalId}");
        assertThat(faults).isEmpty();
    }

    /** As they stand in the file. */
    private static List<String> order() {
        try {
            Map<String, Object> operations =
                    new Yaml().load(Files.readString(Path.of("src/main/resources/openapi/operations.yml")));
            return List.copyOf(operations.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(String method, String path) {
        String where = method + " " + path;
        JsonNode operation = description.at("/paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
        if (operation.isMissingNode()) {
            faults.add(where + " is not described");
            return;
        }
        Api.Answer answer = api.call(built(method, path, operation));
        JsonNode success = operation.path("responses").path(String.valueOf(answer.status()));
        if (success.isMissingNode() || answer.status() >= 300) {
            faults.add(where + " was answered " + answer.status() + " " + answer.text());
            return;
        }
        numbers.putIfAbsent(path + " id", answer.json().path("id").asString(""));
        if (path.endsWith("/deliveries")) {
            numbers.put("delivery", answer.json().path(0).path("id").asString(""));
        }
        JsonNode content = success.at("/content/application~1json");
        if (content.isMissingNode()) {
            return;
        }
        hold(where + " answer", content.get("schema"), answer.json());
        JsonNode example = content.path("example");
        if (example.isMissingNode()) {
            faults.add(where + " has no example of an answer");
            return;
        }
        hold(where + " example", content.get("schema"), example);
        JsonNode seen = example.isArray() && example.size() < answer.json().size()
                ? first(answer.json(), example)
                : answer.json();
        if (!without(seen).equals(without(example))) {
            faults.add(where + "\n  says     " + without(example) + "\n  and does " + without(seen));
        }
    }

    /** Of a list that holds more than the example, the one that the example shows. */
    private JsonNode first(JsonNode all, JsonNode example) {
        for (JsonNode one : all) {
            if (without(one).equals(without(example.get(0)))) {
                return json.createArrayNode().add(one);
            }
        }
        return all;
    }

    private AbstractMockHttpServletRequestBuilder<?> built(String method, String path, JsonNode operation) {
        String address = path;
        Map<String, String> query = new LinkedHashMap<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.get("name").asString();
            String example = parameter.path("example").asString("");
            if (parameter.get("in").asString().equals("path")) {
                address = address.replace(
                        "{" + name + "}",
                        name.equals("id") ? made(path) : example.isEmpty() ? numbers.getOrDefault(name, "") : example);
            } else if (parameter.get("in").asString().equals("query") && !example.isEmpty()) {
                query.put(name, example);
            }
        }
        JsonNode contents = operation.path("requestBody").path("content");
        JsonNode form = contents.path("multipart/form-data");
        if (!form.isMissingNode()) {
            var sent = multipart(address)
                    .file(new MockMultipartFile(
                            "file",
                            "customers.csv",
                            "text/csv",
                            form.at("/example/file").asString().getBytes(StandardCharsets.UTF_8)));
            form.get("example").properties().forEach(part -> {
                if (!part.getKey().equals("file")) {
                    sent.param(part.getKey(), part.getValue().asString());
                }
            });
            return sent;
        }
        var sent = request(HttpMethod.valueOf(method), address);
        query.forEach(sent::param);
        if (!contents.isMissingNode()) {
            JsonNode body = contents.path("application/json");
            if (body.path("example").isMissingNode()) {
                faults.add(method + " " + path + " has no example of a request");
            } else {
                hold(method + " " + path + " request", body.get("schema"), body.get("example"));
            }
            sent.contentType(MediaType.APPLICATION_JSON)
                    .content(body.path("example").toString());
        }
        return sent;
    }

    /** The number that an earlier example was answered with. */
    private String made(String path) {
        return numbers.getOrDefault(path.substring(0, path.indexOf("/{id}")) + " id", "");
    }

    private void hold(String where, JsonNode schema, JsonNode value) {
        ObjectNode whole = json.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", description.get("components"));
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole.toString())
                .validate(value.toString(), com.networknt.schema.InputFormat.JSON)
                .forEach(fault -> faults.add(where + ": " + fault.getMessage()));
    }

    private JsonNode without(JsonNode node) {
        if (node.isObject()) {
            ObjectNode kept = json.createObjectNode();
            node.properties().forEach(field -> {
                if (!VARYING.contains(field.getKey())) {
                    kept.set(field.getKey(), without(field.getValue()));
                }
            });
            return kept;
        }
        if (node.isArray()) {
            var kept = json.createArrayNode();
            node.forEach(one -> kept.add(without(one)));
            return kept;
        }
        return node;
    }
}
