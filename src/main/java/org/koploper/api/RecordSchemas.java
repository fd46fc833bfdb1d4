package org.koploper.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;

/** What a record of each kind looks like, for the description of the API: made from the fields that the kind declares. */
final class RecordSchemas {

    /** What a bulk write answers. */
    static final String WRITTEN = "Written";

    private RecordSchemas() {}

    static void describe(Components components, RecordKinds kinds) {
        kinds.all().forEach(kind -> components.addSchemas(name(kind), schema(kind)));
        Schema<?> written = typed("object");
        for (String count : List.of("new", "changed", "unchanged")) {
            written.addProperty(count, typed("integer"));
        }
        written.setRequired(List.of("new", "changed", "unchanged"));
        components.addSchemas(WRITTEN, written);
    }

    /** Such as {@code CreditNotes}, for {@code credit-notes}. */
    static String name(RecordKind kind) {
        return Arrays.stream(kind.name().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    static Schema<?> reference(RecordKind kind) {
        return new Schema<>().$ref("#/components/schemas/" + name(kind));
    }

    private static Schema<?> schema(RecordKind kind) {
        Schema<?> schema = typed("object");
        kind.fields().forEach(field -> schema.addProperty(field.name(), property(field)));
        // names stand in for external ids, and ids can be put together: see docs/api.md
        schema.setDescription("One of the " + kind.name());
        return schema;
    }

    private static Schema<?> property(Field field) {
        JsonSchema property = switch (field.type()) {
            case DECIMAL, RATE -> typed("string", "number", "null");
            case INTEGER -> typed("integer", "string", "null");
            default -> typed("string", "null");
        };
        List<String> said = new ArrayList<>();
        switch (field.type()) {
            case TEXT -> {
                if (field.maxLength() > 0) {
                    property.setMaxLength(field.maxLength());
                }
            }
            case CODE -> {
                List<Object> codes = new ArrayList<>(field.codes());
                codes.add(null);
                property.setEnum(codes);
            }
            case DECIMAL -> said.add("An exact decimal, at most 4 decimals; read as a string.");
            case RATE -> said.add("An exact decimal, at most 10 decimals; read as a string.");
            case INTEGER -> said.add("A whole number.");
            case DATE -> {
                property.setFormat("date");
                said.add("A day.");
            }
            case DATE_TIME -> said.add("A day and time where the organisation is, without a zone.");
            case CURRENCY -> said.add("An ISO 4217 code.");
            case REFERENCE ->
                said.add("The external id of one of the " + field.references()
                        + ", or its name where only one bears it; read as external id.");
        }
        if (field.required()) {
            said.add(
                    field.fallback() == null
                            ? "Needed for a new record."
                            : "A new record that does not say it gets " + fallback(field) + ".");
        }
        if (field.createsMissing()) {
            said.add("What is not there yet is added.");
        }
        if (!said.isEmpty()) {
            property.setDescription(String.join(" ", said));
        }
        return property;
    }

    private static String fallback(Field field) {
        String value = String.valueOf(field.fallback());
        return field.type() == Field.Type.CODE ? RecordTexts.code(value) : value;
    }

    private static JsonSchema typed(String... types) {
        JsonSchema schema = new JsonSchema();
        schema.setTypes(new LinkedHashSet<>(List.of(types)));
        return schema;
    }
}
