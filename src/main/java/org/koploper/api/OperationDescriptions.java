package org.koploper.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;

/**
 * Puts texts, examples and refusals to the operations that the code shows, and makes of the addresses that serve every kind of
 * record one for each kind, with its own fields.
 */
final class OperationDescriptions {

    private static final String KINDS = "/api/v1/{kind}";
    private static final Set<Integer> ALWAYS = Set.of(401, 403, 429, 500);

    private final OperationTexts texts = new OperationTexts();
    private final RecordKinds kinds;

    OperationDescriptions(RecordKinds kinds) {
        this.kinds = kinds;
    }

    void describe(OpenAPI api) {
        Paths described = new Paths();
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    String plain = path.replaceAll("/\\{\\*?rest}", "");
                    OperationTexts.Text text = texts.of(method + " " + plain);
                    if (text == null) {
                        item(described, plain).operation(method, operation);
                    } else if (plain.startsWith(KINDS)) {
                        for (RecordKind kind : kinds.all()) {
                            Operation own = about(operation, text, kind);
                            item(described, plain.replace("{kind}", kind.name()))
                                    .operation(method, own);
                        }
                    } else {
                        item(described, plain).operation(method, about(operation, text, null));
                    }
                }));
        api.setPaths(described);
    }

    private static PathItem item(Paths paths, String path) {
        return paths.computeIfAbsent(path, key -> new PathItem());
    }

    private Operation about(Operation shown, OperationTexts.Text text, @Nullable RecordKind kind) {
        String name = kind == null ? "" : kind.name();
        Operation operation = new Operation()
                .operationId(text.id() + (kind == null ? "" : RecordSchemas.name(kind)))
                .addTagsItem(text.tag())
                .summary(text.summary().replace("{kind}", name))
                .description(text.description() + "\n\nScopes: " + String.join(", ", text.scopes()) + ".")
                .addSecurityItem(new SecurityRequirement().addList("bearer", text.scopes()));
        List<Parameter> parameters = shown.getParameters() == null ? List.of() : shown.getParameters();
        for (Parameter parameter : parameters) {
            if (!parameter.getName().equals("rest")
                    && !(kind != null && parameter.getName().equals("kind"))) {
                operation.addParametersItem(parameter(parameter, text, kind));
            }
        }
        operation.setRequestBody(request(shown, text, kind));
        operation.setResponses(responses(shown, text, kind));
        return operation;
    }

    private Parameter parameter(Parameter shown, OperationTexts.Text text, @Nullable RecordKind kind) {
        Object example = texts.example(text.id(), shown.getName());
        return new Parameter()
                .name(shown.getName())
                .in(shown.getIn())
                .required(shown.getRequired())
                .schema(shown.getSchema())
                .description(texts.parameter(text.id(), shown.getName()))
                .example(
                        kind != null && shown.getIn().equals("path")
                                ? RecordExamples.of(kind).get("externalId")
                                : example == null ? null : example.toString());
    }

    private static @Nullable RequestBody request(Operation shown, OperationTexts.Text text, @Nullable RecordKind kind) {
        if (kind != null && text.id().equals("put")) {
            JsonSchema array = array(RecordSchemas.reference(kind));
            array.setMaxItems(org.koploper.intake.Upserts.MOST);
            return new RequestBody().required(true).content(json(array, List.of(RecordExamples.of(kind))));
        }
        RequestBody body = shown.getRequestBody();
        if (body == null && text.request() != null) {
            // a document that the code reads as it comes
            JsonSchema document = new JsonSchema();
            document.setTypes(Set.of("object"));
            return new RequestBody().required(true).content(json(document, text.request()));
        }
        if (body != null && body.getContent() != null) {
            body.getContent().values().forEach(media -> media.setExample(text.request()));
        }
        return body;
    }

    private ApiResponses responses(Operation shown, OperationTexts.Text text, @Nullable RecordKind kind) {
        ApiResponses responses = new ApiResponses();
        ApiResponse success =
                new ApiResponse().description(text.summary().replace("{kind}", kind == null ? "" : kind.name()));
        Content content = content(shown, text, kind);
        success.setContent(content);
        boolean paged = shown.getParameters() != null
                && shown.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals("cursor"));
        if (paged) {
            success.addHeaderObject("Link", header("The next page, with rel=\"next\"; missing on the last one"));
        }
        if (text.id().equals("get") && kind != null) {
            success.addHeaderObject("ETag", header("The version, for If-Match"));
        }
        responses.addApiResponse(String.valueOf(text.status()), success);
        if (text.id().equals("importFile")) {
            ApiResponse later = new ApiResponse()
                    .description("More than 20,000 rows: under way, see Location")
                    .content(content);
            later.addHeaderObject("Location", header("Where to ask how far it is"));
            responses.addApiResponse("202", later);
        }
        Set<Integer> problems = new TreeSet<>(ALWAYS);
        problems.addAll(text.problems());
        problems.forEach(
                status -> responses.addApiResponse(String.valueOf(status), ProblemDescriptions.reference(status)));
        return responses;
    }

    private @Nullable Content content(Operation shown, OperationTexts.Text text, @Nullable RecordKind kind) {
        if (kind != null) {
            Object one = RecordExamples.read(kind, kinds);
            return switch (text.id()) {
                case "put" -> {
                    Map<String, Object> counts = new LinkedHashMap<>();
                    counts.put("new", 1);
                    counts.put("changed", 0);
                    counts.put("unchanged", 0);
                    yield json(named(RecordSchemas.WRITTEN), counts);
                }
                case "list" -> json(array(RecordSchemas.reference(kind)), List.of(one));
                case "get" -> json(RecordSchemas.reference(kind), one);
                default -> null;
            };
        }
        if (text.schema() != null) {
            boolean list = text.schema().endsWith("[]");
            Schema<?> schema = named(text.schema().replace("[]", ""));
            return json(list ? array(schema) : schema, text.answer());
        }
        ApiResponse known =
                shown.getResponses() == null ? null : shown.getResponses().get("200");
        if (text.status() != 200 || known == null || known.getContent() == null) {
            return null;
        }
        known.getContent().values().forEach(media -> media.setExample(text.answer()));
        return known.getContent();
    }

    private static Content json(Schema<?> schema, @Nullable Object example) {
        return new Content()
                .addMediaType("application/json", new MediaType().schema(schema).example(example));
    }

    private static Schema<?> named(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private static JsonSchema array(Schema<?> of) {
        JsonSchema array = new JsonSchema();
        array.setTypes(Set.of("array"));
        array.setItems(of);
        return array;
    }

    private static Header header(String description) {
        JsonSchema text = new JsonSchema();
        text.setTypes(Set.of("string"));
        return new Header().description(description).schema(text);
    }
}
