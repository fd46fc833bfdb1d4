package org.koploper.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** One batch on its way back, portion by portion. */
final class Undoing {

    private final Batch now;
    private final Map<String, RecordKind> kinds;
    private final Journal journal;
    private final JdbcTemplate jdbc;
    private final List<UndoVeto> vetoes;
    private final References references;
    private final Map<String, Rows> rows = new HashMap<>();
    private final Map<String, Set<Long>> blocked = new HashMap<>();
    private final List<Obstacle> left = new ArrayList<>();
    private int removed;
    private int restored;

    /** @param now the batch that the taking back is itself */
    Undoing(Batch now, Map<String, RecordKind> kinds, Journal journal, JdbcTemplate jdbc, List<UndoVeto> vetoes) {
        this.now = now;
        this.kinds = kinds;
        this.journal = journal;
        this.jdbc = jdbc;
        this.vetoes = vetoes;
        this.references = new References(kinds, jdbc);
    }

    /** Which records the batch touched: one of them may refer to another. */
    void remember(Journal.Page page) {
        Journal.Content content = journal.read(page);
        content.created().forEach(run -> references.touched(page.kind(), run[0], run[1]));
        content.changed().forEach(one -> references.touched(page.kind(), one.id(), one.id()));
    }

    /** What was found so far was only looked at; from here on it counts. */
    void begin() {
        left.clear();
    }

    Undone undone() {
        return new Undone(removed, restored, List.copyOf(left));
    }

    /** What stands in the way of the records of a portion. */
    List<Obstacle> obstacles(Journal.Page page) {
        Portion portion = new Portion(page);
        return new ArrayList<>(portion.obstacles.values());
    }

    /** Takes a portion back, in the running transaction. */
    void takeBack(Journal.Page page, boolean partly) {
        Portion portion = new Portion(page);
        if (!portion.obstacles.isEmpty() && !partly) {
            throw new OptimisticLockingFailureException(page.kind() + " changed meanwhile");
        }
        portion.takeBack();
        portion.obstacles.values().stream()
                .limit(Math.max(0, Undone.MOST_NAMED - left.size()))
                .forEach(left::add);
        journal.delete(page);
    }

    private Rows rows(RecordKind kind) {
        return rows.computeIfAbsent(kind.name(), name -> new Rows(kind, jdbc));
    }

    /** The records of one row of the journal. */
    private final class Portion {
        private final RecordKind kind;
        private final List<Long> created;
        private final Map<Long, Journal.Before> changed = new LinkedHashMap<>();
        private final Map<Long, Rows.Stored> stored;
        private final Map<Long, Map<String, @Nullable Object>> there = new HashMap<>();
        private final Map<Long, Obstacle> obstacles = new LinkedHashMap<>();

        Portion(Journal.Page page) {
            RecordKind found = kinds.get(page.kind());
            if (found == null) {
                throw new IllegalStateException("No such kind of record: " + page.kind());
            }
            kind = found;
            Journal.Content content = journal.read(page);
            created = content.createdIds();
            content.changed().forEach(before -> changed.put(before.id(), before));
            Map<Long, Long> prints = content.printsById();
            stored = rows(kind).byId(prints.keySet());
            readWhatIsThere();
            prints.forEach(this::compare);
            rejectWhatRefersToGone();
            rejectWhatIsNeeded();
        }

        /** What was before may refer to something that is there no longer. */
        private void rejectWhatRefersToGone() {
            for (Field field : kind.fields()) {
                RecordKind target = field.references() == null ? null : kinds.get(field.references());
                if (target == null || field.column() == null || changed.isEmpty()) {
                    continue;
                }
                Map<Long, Long> wanted = new HashMap<>();
                changed.forEach((id, before) -> {
                    String text = before.values().get(field.name());
                    if (text != null && !obstacles.containsKey(id)) {
                        wanted.put(id, Long.valueOf(text));
                    }
                });
                Set<Long> known =
                        rows(target).keys(new HashSet<>(wanted.values())).keySet();
                wanted.forEach((id, reference) -> {
                    if (!known.contains(reference)) {
                        obstacles.put(id, new Obstacle(kind.name(), key(id), "refers-to-gone", List.of(target.name())));
                    }
                });
            }
        }

        /** Until nothing more is found: what stays keeps what it refers to. */
        private void rejectWhatIsNeeded() {
            Set<Long> staying = blocked.computeIfAbsent(kind.name(), name -> new HashSet<>());
            int before;
            do {
                staying.addAll(obstacles.keySet());
                before = obstacles.size();
                Set<Long> going = created.stream()
                        .filter(id -> !obstacles.containsKey(id))
                        .collect(Collectors.toCollection(HashSet::new));
                references
                        .to(kind, going, blocked)
                        .forEach((id, reason) -> obstacles.put(id, reason.named(kind.name(), key(id))));
            } while (obstacles.size() > before);
        }

        private void readWhatIsThere() {
            stored.forEach((id, row) -> there.put(id, new LinkedHashMap<>(row.values())));
            for (Aspect aspect : kind.aspects()) {
                Map<Long, String> texts = stored.isEmpty() ? Map.of() : aspect.read(stored.keySet(), now);
                Field field = field(aspect.field());
                there.forEach((id, values) -> values.put(aspect.field(), StoredTexts.value(field, texts.get(id))));
            }
        }

        private Field field(String name) {
            return kind.fields().stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private String key(long id) {
            Map<String, @Nullable Object> values = there.get(id);
            return values == null ? String.valueOf(id) : String.valueOf(values.get("externalId"));
        }

        private void compare(long id, long print) {
            Map<String, @Nullable Object> values = there.get(id);
            Journal.Before before = changed.get(id);
            if (values == null) {
                String key = before == null ? null : before.values().get("externalId");
                obstacles.put(
                        id, new Obstacle(kind.name(), key == null ? String.valueOf(id) : key, "gone-since", List.of()));
            } else if (Prints.of(values) != print) {
                obstacles.put(id, new Obstacle(kind.name(), key(id), "changed-since", List.of()));
            } else {
                vetoes.stream()
                        .flatMap(veto -> veto.against(kind, values, before == null ? null : values(before)).stream())
                        .findFirst()
                        .ifPresent(code -> obstacles.put(id, new Obstacle(kind.name(), key(id), code, List.of())));
            }
        }

        private Map<String, @Nullable Object> values(Journal.Before before) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            kind.fields()
                    .forEach(field -> values.put(
                            field.name(),
                            StoredTexts.value(field, before.values().get(field.name()))));
            return values;
        }

        void takeBack() {
            List<Written> back = new ArrayList<>();
            List<Rows.Wanted> wanted = new ArrayList<>();
            Map<String, List<Map<String, @Nullable String>>> besides = new HashMap<>();
            List<Long> going = new ArrayList<>();
            stored.forEach((id, row) -> {
                Journal.Before before = changed.get(id);
                Map<String, @Nullable Object> is = there.get(id);
                if (obstacles.containsKey(id) || is == null) {
                    return;
                }
                Map<String, @Nullable Object> will = before == null ? is : values(before);
                back.add(new Written(id, is, will));
                if (before == null) {
                    going.add(id);
                } else {
                    wanted.add(new Rows.Wanted(id, row.version(), will));
                    before.besides()
                            .forEach((table, of) -> besides.computeIfAbsent(table, t -> new ArrayList<>())
                                    .addAll(of));
                }
            });
            if (back.isEmpty()) {
                return;
            }
            rows(kind).update(wanted);
            // what the kind adds of its own is overwritten below; what follows from the change is noted
            kind.written(now, back);
            List<Long> all = back.stream().map(Written::id).toList();
            for (Beside beside : kind.besides()) {
                if (!beside.derived()) {
                    new BesideRows(beside, jdbc).replace(all, besides.getOrDefault(beside.table(), List.of()));
                }
            }
            kind.restored(now, all);
            Set<String> toItself = kind.fields().stream()
                    .filter(field -> field.column() != null && kind.name().equals(field.references()))
                    .map(Field::name)
                    .collect(Collectors.toSet());
            rows(kind).delete(going, toItself);
            removed += going.size();
            restored += wanted.size();
        }
    }
}
