package org.koploper.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in the schemas of answers what may be null, as the code does; everything else is always there. */
final class AnswerSchemas {

    private final Components components;
    private final Set<Class<?>> seen = new HashSet<>();

    AnswerSchemas(Components components) {
        this.components = components;
    }

    /** @param name of the schema, where it is not that of the class */
    void describe(Class<?> answer, String name) {
        // one that is only answered under an idempotency key is not seen in the code
        if (!components.getSchemas().containsKey(name)) {
            ModelConverters.getInstance(true)
                    .readAll(new AnnotatedType(answer))
                    .forEach(components.getSchemas()::putIfAbsent);
        }
        Schema<?> schema = components.getSchemas().get(name);
        if (!seen.add(answer) || schema == null || schema.getProperties() == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent component : answer.getRecordComponents()) {
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            String property = renamed == null ? component.getName() : renamed.value();
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.getProperties().computeIfPresent(property, (key, known) -> nullable(known));
            } else {
                required.add(property);
            }
            nested(component.getGenericType());
        }
        schema.setRequired(required);
    }

    private void nested(Type type) {
        switch (type) {
            case Class<?> record when record.isRecord() -> describe(record, record.getSimpleName());
            case ParameterizedType list -> nested(list.getActualTypeArguments()[0]);
            default -> {
                // texts and numbers
            }
        }
    }

    private static Schema<?> nullable(Schema<?> schema) {
        if (schema.get$ref() != null) {
            JsonSchema nothing = new JsonSchema();
            nothing.setTypes(Set.of("null"));
            return new JsonSchema().anyOf(List.of(schema, nothing));
        }
        Set<String> types = new LinkedHashSet<>(schema.getTypes() == null ? Set.of("string") : schema.getTypes());
        types.add("null");
        schema.setTypes(types);
        return schema;
    }
}
