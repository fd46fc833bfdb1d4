package org.koploper.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordKinds;

/** One record of every kind, as templates show it; together they fit, so that each can really be sent. */
final class RecordExamples {

    private RecordExamples() {}

    /** Without the fields that the template leaves empty. */
    static Map<String, Object> of(RecordKind kind) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            if (!field.example().isEmpty()) {
                example.put(
                        field.name(),
                        field.type() == Field.Type.INTEGER ? Integer.valueOf(field.example()) : field.example());
            }
        }
        return example;
    }

    /** The same record as it is read afterwards: complete, names as external ids, amounts with the decimals of their currency. */
    static Map<String, @Nullable Object> read(RecordKind kind, RecordKinds kinds) {
        Map<String, Object> sent = of(kind);
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        for (Field field : kind.fields()) {
            Object value = sent.get(field.name());
            read.put(
                    field.name(),
                    switch (field.type()) {
                        case DECIMAL, RATE -> value == null ? null : number(field, value.toString(), sent);
                        case REFERENCE -> value == null ? null : externalId(field, value.toString(), kinds);
                        default -> value;
                    });
        }
        return read;
    }

    private static String number(Field field, String value, Map<String, Object> sent) {
        BigDecimal number = new BigDecimal(value);
        return field.type() == Field.Type.DECIMAL && sent.get("currency") instanceof String currency
                ? Amounts.money(number, currency)
                : Amounts.number(number);
    }

    /** What is named is one of the other examples. */
    private static String externalId(Field field, String said, RecordKinds kinds) {
        return kinds.find(String.valueOf(field.references()))
                .map(RecordExamples::of)
                .filter(example -> said.equals(example.get("name")))
                .map(example -> String.valueOf(example.get("externalId")))
                .orElse(said);
    }

    /** The kinds in an order in which each refers only to those before it. */
    static List<RecordKind> inOrder(RecordKinds kinds) {
        Set<String> done = new LinkedHashSet<>();
        List<RecordKind> ordered = new ArrayList<>();
        kinds.all().forEach(kind -> visit(kind, kinds, done, ordered));
        return ordered;
    }

    private static void visit(RecordKind kind, RecordKinds kinds, Set<String> done, List<RecordKind> ordered) {
        if (!done.add(kind.name())) {
            return;
        }
        for (Field field : kind.fields()) {
            if (field.references() != null) {
                kinds.find(field.references()).ifPresent(target -> visit(target, kinds, done, ordered));
            }
        }
        ordered.add(kind);
    }
}
