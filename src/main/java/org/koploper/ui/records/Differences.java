package org.koploper.ui.records;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Trail;
import org.koploper.records.Field;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Edited;

/** A record that somebody else saved while it was on a form: field by field as it was, as it is and as it was wanted. */
final class Differences {

    private final RecordShelf shelf;
    private final RecordKind kind;
    private final Map<String, @Nullable Object> before;
    private final RecordRow now;

    /** Who changed it and when, as a sentence; null where it is not known what was in the way. */
    static String who(@Nullable RecordConflict conflict, Clock clock) {
        return ConflictDialog.who(
                conflict == null || conflict.by() == null || conflict.at() == null
                        ? Optional.empty()
                        : Optional.of(new Trail.Last(conflict.by(), conflict.at())),
                clock);
    }

    /** @param before the values as they were read; empty for a record that was not there */
    Differences(RecordShelf shelf, RecordKind kind, Map<String, @Nullable Object> before, RecordRow now) {
        this.shelf = shelf;
        this.kind = kind;
        this.before = before;
        this.now = now;
    }

    /** @param mine what the user changed, by field, in the form in which it is saved */
    List<Edited<?>> with(Map<String, @Nullable Object> mine) {
        return kind.fields().stream()
                .<Edited<?>>map(field -> edited(
                        field, mine.containsKey(field.name()) ? mine.get(field.name()) : before.get(field.name())))
                .toList();
    }

    private Edited<Object> edited(Field field, @Nullable Object mine) {
        Object currency = now.values().get("currency");
        return new Edited<>(
                RecordWords.field(field),
                before.get(field.name()),
                mine,
                now.values().get(field.name()),
                value -> RecordWords.value(kind, field, named(field, value), currency));
    }

    /** What a form refers to it knows by id only. */
    private Object named(Field field, Object value) {
        String target = field.references();
        if (target == null || !(value instanceof String id)) {
            return value;
        }
        return Stream.concat(
                        Stream.of(before, now.values())
                                .map(values -> values.get(field.name()))
                                .filter(RecordRef.class::isInstance)
                                .map(RecordRef.class::cast),
                        shelf.choices(target, id, 0, 50).stream())
                .filter(ref -> ref.externalId().equals(id))
                .findFirst()
                .<Object>map(ref -> ref)
                .orElse(value);
    }
}
