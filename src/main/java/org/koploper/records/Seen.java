package org.koploper.records;

import org.koploper.records.Audience.Act;

/** Holds what a record newly refers to against what the caller may see: what is foreign is as unknown as what is not there. */
record Seen(RecordKinds kinds, Reaching reaching) {

    void check(RecordKind kind, Line line) {
        for (Lookup.Created created : line.creations) {
            kinds.find(created.kind())
                    .filter(target -> !reaching.ever(Act.CHANGE, target))
                    .ifPresent(target -> unknown(kind, target, line));
        }
        for (Field field : kind.fields()) {
            if (field.type() == Field.Type.REFERENCE
                    && field.references() != null
                    && line.changed.contains(field.name())
                    && line.after.get(field.name()) instanceof Long id
                    && line.creations.stream().noneMatch(created -> created.id() == id)) {
                kinds.find(field.references())
                        .filter(target -> !target.byHand().audience().named())
                        .filter(target -> !reaching.may(Act.SEE, target, id))
                        .ifPresent(target -> line.error(
                                field.name(),
                                "unknown-reference",
                                line.entry.values().get(field.name())));
            }
        }
    }

    private static void unknown(RecordKind kind, RecordKind target, Line line) {
        kind.fields().stream()
                .filter(field -> field.createsMissing() && target.name().equals(field.references()))
                .findFirst()
                .ifPresent(field -> line.error(
                        field.name(), "unknown-reference", line.entry.values().get(field.name())));
    }
}
