package org.koploper.records;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What lasts from the first chunk of a batch to the last: the kinds at hand, what was created, what is remembered. */
final class Run {

    private static final int MOST_SUGGESTIONS = 300;

    private final Order order;
    private final Batch batch;
    private final RecordKind kind;
    /** As they were when the batch began: a fallback may follow a setting. */
    private final List<Field> fields;

    private final Map<String, Field> fieldsByName = new HashMap<>();
    private final Keys keys = new Keys();
    private final Map<String, RecordKind> kinds;
    private final JdbcTemplate jdbc;
    private final LongSupplier newIds;
    private final Map<String, Rows> rows = new HashMap<>();
    private final Map<String, Boolean> named = new HashMap<>();
    private final Map<String, NameIndex> names = new HashMap<>();
    private final Map<String, String> suggestions = new HashMap<>();
    private final Map<String, Map<String, Lookup.Created>> created = new HashMap<>();
    private final Map<String, Set<Object>> remembered = new HashMap<>();
    private final Set<String> writtenKinds = new HashSet<>();
    private boolean trailed;
    private int pages;

    Run(Order order, Batch batch, Map<String, RecordKind> kinds, JdbcTemplate jdbc, LongSupplier newIds) {
        this.order = order;
        this.batch = batch;
        this.kinds = kinds;
        this.kind = kind(order.kind());
        this.fields = List.copyOf(kind.fields());
        fields.forEach(field -> fieldsByName.put(field.name(), field));
        this.jdbc = jdbc;
        this.newIds = newIds;
    }

    Order order() {
        return order;
    }

    Batch batch() {
        return batch;
    }

    RecordKind kind() {
        return kind;
    }

    RecordKind kind(String name) {
        RecordKind found = kinds.get(name);
        if (found == null) {
            throw new IllegalArgumentException("No such kind of record: " + name);
        }
        return found;
    }

    List<Field> fields() {
        return fields;
    }

    Field field(String name) {
        Field field = fieldsByName.get(name);
        if (field == null) {
            throw new IllegalArgumentException(kind.name() + " has no field " + name);
        }
        return field;
    }

    Keys keys() {
        return keys;
    }

    long newId() {
        return newIds.getAsLong();
    }

    Rows rows(String kind) {
        return rows.computeIfAbsent(kind, name -> new Rows(kind(name), jdbc));
    }

    Rows rows() {
        return rows(kind.name());
    }

    /** Whether records of this kind can be referred to by name. */
    boolean named(String kind) {
        return named.computeIfAbsent(
                kind,
                k -> kind(k).fields().stream()
                        .anyMatch(field -> field.name().equals("name") && field.required() && field.column() != null));
    }

    boolean refersToItself() {
        return fields.stream().anyMatch(field -> kind.name().equals(field.references()));
    }

    NameIndex names(String kind) {
        return names.computeIfAbsent(kind, name -> new NameIndex(rows(name).names(NameIndex.MOST)));
    }

    /** The name that may have been meant; null for none, and for all after some hundreds of unknown texts. */
    @Nullable
    String nearest(String kind, String text) {
        String key = kind + " " + text;
        String known = suggestions.get(key);
        if (known == null) {
            if (suggestions.size() >= MOST_SUGGESTIONS) {
                return null;
            }
            String nearest = names(kind).nearest(text);
            known = nearest == null ? "" : nearest;
            suggestions.put(key, known);
        }
        return known.isEmpty() ? null : known;
    }

    /** Whether an external id and a name are all that a record of this kind needs, and this text can be both. */
    boolean canBeCreated(String kind, String text) {
        return kind(kind).fields().stream().allMatch(field -> switch (field.name()) {
            case "externalId", "name" -> text.length() <= field.maxLength();
            default -> !field.required() || field.fallback() != null;
        });
    }

    /** Created by earlier chunks, by loose name. */
    Map<String, Lookup.Created> created(String kind) {
        return created.getOrDefault(kind, Map.of());
    }

    /** Takes over what a chunk did, once nothing can undo it any more. */
    void take(Chunk chunk) {
        for (Lookup.Created one : chunk.creations()) {
            created.computeIfAbsent(one.kind(), k -> new HashMap<>()).put(Texts.loose(one.name()), one);
            writtenKinds.add(one.kind());
        }
        chunk.remember(remembered);
        if (chunk.counts().anyWritten()) {
            writtenKinds.add(kind.name());
        }
    }

    /** Number of the next row in the journal; a chunk that is tried again leaves a gap. */
    int nextPage() {
        return pages++;
    }

    boolean trailed() {
        return trailed;
    }

    void trailed(boolean now) {
        trailed = trailed || now;
    }

    Map<String, Set<Object>> remembered() {
        return remembered;
    }

    /** The kinds of which something was written so far or by this chunk, the kind of the batch last. */
    List<RecordKind> writtenKinds(@Nullable Chunk chunk) {
        Set<String> all = new HashSet<>(writtenKinds);
        if (chunk != null) {
            chunk.creations().forEach(one -> all.add(one.kind()));
            if (chunk.counts().anyWritten()) {
                all.add(kind.name());
            }
        }
        return all.stream()
                .sorted((a, b) -> Boolean.compare(a.equals(kind.name()), b.equals(kind.name())))
                .map(this::kind)
                .toList();
    }
}
