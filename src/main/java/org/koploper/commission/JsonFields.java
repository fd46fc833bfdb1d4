package org.koploper.commission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields of one JSON object strictly and remembers which were asked for, so that none is overlooked. */
final class JsonFields {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;
    private final String path;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
        if (!object.isObject()) {
            throw new PlanFault(path, "not-an-object");
        }
    }

    static JsonFields of(String document) {
        try {
            return new JsonFields(STRICT.readTree(document), "");
        } catch (JacksonException e) {
            throw new PlanFault("", "not-json", e.getOriginalMessage());
        }
    }

    String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    boolean has(String field) {
        return node(field) != null;
    }

    String text(String field) {
        String text = text(field, null);
        if (text == null) {
            throw new PlanFault(path(field), "missing");
        }
        return text;
    }

    @Nullable
    String text(String field, @Nullable String otherwise) {
        JsonNode node = node(field);
        if (node == null) {
            return otherwise;
        }
        if (!node.isString() || node.stringValue().isBlank()) {
            throw new PlanFault(path(field), "not-a-text");
        }
        return node.stringValue();
    }

    /** One of these, by its lower-case name; the first where the field is missing. */
    <T> T choice(String field, Map<String, T> choices, String otherwise) {
        String text = text(field, otherwise);
        T choice = choices.get(text);
        if (choice == null) {
            throw new PlanFault(
                    path(field), "unknown-choice", String.valueOf(text), String.join(", ", choices.keySet()));
        }
        return choice;
    }

    /** An exact decimal, written as a text so that no program in between turns it into a binary fraction. */
    BigDecimal decimal(String field, int mostDecimals) {
        String text = text(field);
        BigDecimal value;
        try {
            value = Decimals.parse(text);
        } catch (IllegalArgumentException e) {
            throw new PlanFault(path(field), "not-a-decimal", text);
        }
        if (value.scale() > mostDecimals) {
            throw new PlanFault(path(field), "too-many-decimals", mostDecimals);
        }
        return value;
    }

    JsonFields object(String field) {
        JsonNode node = node(field);
        if (node == null) {
            throw new PlanFault(path(field), "missing");
        }
        return new JsonFields(node, path(field));
    }

    <T> List<T> list(String field, int most, BiFunction<JsonFields, Integer, T> reader) {
        JsonNode node = node(field);
        if (node == null) {
            throw new PlanFault(path(field), "missing");
        }
        if (!node.isArray() || node.isEmpty() || node.size() > most) {
            throw new PlanFault(path(field), "not-a-list", most);
        }
        List<T> list = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            JsonFields fields = new JsonFields(node.get(i), path(field) + "[" + i + "]");
            list.add(reader.apply(fields, i));
            fields.done();
        }
        return list;
    }

    /** Refuses what nobody asked for: a misspelt switch must not silently mean its default. */
    void done() {
        for (String name : object.propertyNames()) {
            if (!asked.contains(name)) {
                throw new PlanFault(path(name), "unknown-field");
            }
        }
    }

    private @Nullable JsonNode node(String field) {
        asked.add(field);
        JsonNode node = object.get(field);
        return node == null || node.isNull() ? null : node;
    }
}
