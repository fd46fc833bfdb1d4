package org.koploper.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
