package org.koploper.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.koploper.intake.Sentences;
import org.springframework.http.HttpStatus;

/** The refusals of the API for its description: one schema, one answer per status, one example per code. */
final class ProblemDescriptions {

    private static final String PROBLEM = "Problem";

    private ProblemDescriptions() {}

    static void describe(Components components) {
        components.addSchemas(PROBLEM, problem());
        ProblemCodes.BY_STATUS.forEach(
                (status, codes) -> components.addResponses(name(status), response(status, codes)));
    }

    /** For an operation that can be refused like that. */
    static ApiResponse reference(int status) {
        return new ApiResponse().$ref("#/components/responses/" + name(status));
    }

    private static String name(int status) {
        return PROBLEM + status;
    }

    private static Schema<?> problem() {
        Set<String> codes = new TreeSet<>();
        ProblemCodes.BY_STATUS.values().forEach(codes::addAll);
        Schema<?> violation = object(Map.of(
                "field", string("Which: a parameter, a field, or [0].owner for the first object of an array"),
                "code",
                        string("Stable: " + String.join(", ", Sentences.codes())
                                + "; of plans those of their documents"),
                "message", string("In words, in the language of Accept-Language")));
        violation.setRequired(List.of("field", "code", "message"));
        violation.addProperty("line", integer("Of a plan document, counted from 1"));
        violation.addProperty("column", integer("In that line, counted from 1"));
        Schema<?> code = string("Stable, to branch on");
        ((JsonSchema) code).setEnum(List.copyOf(codes));
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put("type", string("about:blank"));
        fields.put("title", string("The status in words"));
        Schema<?> status = new JsonSchema();
        status.setTypes(Set.of("integer"));
        fields.put("status", status);
        fields.put(
                "detail",
                string("What is wrong and what can be done, in the language of Accept-Language: English or Dutch"));
        fields.put("instance", string("The address that was asked"));
        fields.put("code", code);
        Schema<?> violations = new JsonSchema();
        violations.setTypes(Set.of("array"));
        violations.setItems(violation);
        violations.setDescription("What is wrong with which part of the input");
        fields.put("violations", violations);
        Schema<?> problem = object(fields);
        problem.setRequired(List.of("status", "code"));
        problem.setDescription("A refusal as RFC 9457 has it");
        return problem;
    }

    private static Schema<?> object(Map<String, Schema<?>> fields) {
        Schema<?> object = new JsonSchema();
        object.setTypes(Set.of("object"));
        fields.forEach(object::addProperty);
        return object;
    }

    private static Schema<?> integer(String description) {
        Schema<?> integer = new JsonSchema();
        integer.setTypes(Set.of("integer"));
        integer.setDescription(description);
        return integer;
    }

    private static Schema<?> string(String description) {
        Schema<?> string = new JsonSchema();
        string.setTypes(Set.of("string"));
        string.setDescription(description);
        return string;
    }

    private static ApiResponse response(int status, List<String> codes) {
        HttpStatus known = HttpStatus.valueOf(status);
        MediaType media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        codes.forEach(code -> media.addExamples(code, example(known, code)));
        return new ApiResponse()
                .description(known.getReasonPhrase() + ": " + String.join(", ", codes))
                .content(new Content().addMediaType("application/problem+json", media));
    }

    private static Example example(HttpStatus status, String code) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", "about:blank");
        value.put("title", status.getReasonPhrase());
        value.put("status", status.value());
        if (status != HttpStatus.UNAUTHORIZED && status != HttpStatus.TOO_MANY_REQUESTS) {
            value.put("detail", Sentences.of(code, List.of("…", "…"), Locale.ENGLISH));
        }
        value.put("code", code);
        if (code.equals("plan-refused")) {
            value.put(
                    "violations",
                    List.of(Map.of(
                            "field", "components[0].flat.rate",
                            "code", "rate-out-of-range",
                            "message", "A rate of 5 is not between 0 and 1. Write 5% as 0.05.",
                            "line", 4,
                            "column", 18)));
        }
        if (code.equals("records-rejected")) {
            value.put(
                    "violations",
                    List.of(Map.of(
                            "field", "[1].owner",
                            "code", "unknown-reference",
                            "message", Sentences.of("unknown-reference", List.of("Ana", "Anna"), Locale.ENGLISH))));
        }
        return new Example().value(value);
    }
}
