package org.koploper.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Some rows of a batch, decided together so that the number of statements does not grow with the number of rows. */
final class Chunk {

    private final Run run;
    private final RecordKind kind;
    private final List<Line> lines;
    private final Map<Long, Line> newLines = new HashMap<>();
    private final Set<Lookup.Created> creations = new LinkedHashSet<>();

    Chunk(Run run, List<Entry> entries) {
        this.run = run;
        this.kind = run.kind();
        this.lines = entries.stream().map(Line::new).toList();
    }

    /** What a row is known by: its external id or, where it has none and its kind is referred to by name, that. */
    static @Nullable String key(Run run, Entry entry) {
        Object id = entry.values().get("externalId");
        if (id != null) {
            return id.toString();
        }
        Object name = run.named(run.kind().name()) ? entry.values().get("name") : null;
        return name == null ? run.kind().composedId(entry.values()) : name.toString();
    }

    /** Decides what becomes of each row; reads, and writes nothing. */
    void decide() {
        lines.forEach(this::identify);
        match();
        Lookup lookup = lookup();
        for (Line line : open()) {
            new LineReading(run, line, lookup, newLines).read();
        }
        for (Line line : open()) {
            kind.check(line.incoming(), line.problems(""));
        }
        rejectWhatNeedsRejected();
        new Cycles(run, open()).reject();
        rejectWhatNeedsRejected();
        lines.forEach(this::compare);
        announceCreations();
    }

    private List<Line> open() {
        return lines.stream().filter(line -> !line.rejected).toList();
    }

    private void identify(Line line) {
        String key = key(run, line.entry);
        if (line.rejected || holdsNul(line)) {
            return;
        }
        if (key == null) {
            line.error("externalId", "required-missing");
            return;
        }
        line.key = key;
        line.keyedByName = line.entry.values().get("externalId") == null;
        if (FieldRules.checked(run.fields().getFirst(), key, line) == null) {
            return;
        }
        if (run.keys().conflicting(key)) {
            line.error("externalId", "conflicting-row", key);
        } else {
            line.duplicate = run.keys().first(key) != line.entry.row();
        }
    }

    /** Before anything is looked up: no database takes this character, not even in a question. */
    private static boolean holdsNul(Line line) {
        line.entry.values().forEach((field, value) -> {
            if (value instanceof String text && text.indexOf('\0') >= 0) {
                line.error(field, "nul-character", text.replace('\0', ' '));
            }
        });
        return line.rejected;
    }

    /** Finds what is there already. */
    private void match() {
        Map<String, Rows.Stored> there =
                run.rows().byExternalId(open().stream().map(line -> line.key).collect(Collectors.toSet()));
        Set<String> byName = open().stream()
                .filter(line -> line.keyedByName && !there.containsKey(line.key))
                .map(line -> line.key)
                .collect(Collectors.toSet());
        Map<String, List<Long>> named = byName.isEmpty() || !run.named(kind.name())
                ? Map.of()
                : run.rows().idsByName(byName);
        Map<Long, Rows.Stored> stored = new HashMap<>(run.rows()
                .byId(named.values().stream()
                        .filter(ids -> ids.size() == 1)
                        .map(List::getFirst)
                        .toList()));
        Map<String, Long> newIds = new HashMap<>();
        List<Line> known = new ArrayList<>();
        for (Line line : open()) {
            Rows.Stored found = there.get(line.key);
            List<Long> ids = line.keyedByName ? named.getOrDefault(line.key, List.of()) : List.<Long>of();
            if (found == null && ids.size() > 1) {
                line.error("name", "ambiguous-reference", line.key, ids.size());
                continue;
            }
            found = found == null && ids.size() == 1 ? stored.get(ids.getFirst()) : found;
            if (found != null) {
                line.id = found.id();
                line.version = found.version();
                line.before = new LinkedHashMap<>(found.values());
                known.add(line);
            } else {
                line.id = newIds.computeIfAbsent(line.key, key -> run.newId());
                newLines.putIfAbsent(line.id, line);
            }
        }
        readAspects(known);
    }

    private void readAspects(List<Line> known) {
        if (known.isEmpty()) {
            return;
        }
        Set<Long> ids = known.stream().map(line -> line.id).collect(Collectors.toSet());
        for (Aspect aspect : kind.aspects()) {
            Map<Long, String> there = aspect.read(ids, run.batch());
            boolean reference = run.field(aspect.field()).type() == Field.Type.REFERENCE;
            for (Line line : known) {
                String text = there.get(line.id);
                if (line.before != null) {
                    line.before.put(aspect.field(), text == null || !reference ? text : Long.valueOf(text));
                }
            }
        }
    }

    private Lookup lookup() {
        Lookup.InFile inFile = null;
        if (run.refersToItself()) {
            inFile = new Lookup.InFile(kind.name());
            for (Line line : open()) {
                Object name = line.entry.values().get("name");
                inFile.add(line.id, line.key, name == null ? null : name.toString());
            }
        }
        Map<String, Set<String>> texts = new HashMap<>();
        Map<String, Aspect> aspects = kind.aspects().stream().collect(Collectors.toMap(Aspect::field, a -> a));
        for (Line line : open()) {
            line.entry.values().forEach((name, value) -> {
                Field field = run.field(name);
                Aspect aspect = aspects.get(name);
                if (value == null) {
                    return;
                }
                if (field.references() != null && field.type() == Field.Type.REFERENCE) {
                    texts.computeIfAbsent(field.references(), k -> new HashSet<>())
                            .add(value.toString());
                } else if (aspect != null) {
                    for (Aspect.Mention mention : aspect.mentions(value.toString())) {
                        texts.computeIfAbsent(mention.kind(), k -> new HashSet<>())
                                .add(mention.text());
                    }
                }
            });
        }
        Lookup lookup = new Lookup(run, inFile);
        lookup.load(texts);
        return lookup;
    }

    /** A row that refers to a row of the same source cannot be taken when that one is not. */
    private void rejectWhatNeedsRejected() {
        boolean again = true;
        while (again) {
            again = false;
            for (Line line : open()) {
                for (long needed : line.needs) {
                    Line other = newLines.get(needed);
                    if (other != null && other.rejected && !line.rejected) {
                        line.error("", "refers-to-rejected", other.key, other.entry.row());
                        again = true;
                    }
                }
            }
        }
    }

    private void compare(Line line) {
        if (line.rejected) {
            return;
        }
        for (Field field : run.fields()) {
            line.after.put(field.name(), line.incoming().will(field.name()));
        }
        if (line.keyedByName && line.before != null) {
            line.after.put("externalId", line.before.get("externalId"));
        }
        Map<String, @Nullable Object> before = line.before == null ? Map.of() : line.before;
        line.changed = line.after.entrySet().stream()
                .filter(field -> !FieldRules.same(field.getValue(), before.get(field.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (line.duplicate) {
            line.warning("externalId", "duplicate-row", line.key, run.keys().first(line.key));
        }
    }

    private void announceCreations() {
        for (Line line : open()) {
            for (Lookup.Created created : line.creations) {
                if (creations.add(created)) {
                    line.warning(fieldReferringTo(created.kind()), "created-reference", created.name());
                }
            }
        }
    }

    private String fieldReferringTo(String target) {
        return run.fields().stream()
                .filter(field -> field.createsMissing() && target.equals(field.references()))
                .map(Field::name)
                .findFirst()
                .orElse("");
    }

    /** Writes what was decided. */
    void write() {
        writeCreations();
        List<Line> writing = lines.stream().filter(Line::writes).toList();
        if (writing.isEmpty()) {
            return;
        }
        Set<String> toItself = run.fields().stream()
                .filter(field -> field.column() != null && kind.name().equals(field.references()))
                .map(Field::name)
                .collect(Collectors.toSet());
        List<Line> inserted = writing.stream().filter(Line::isNew).toList();
        Rows rows = run.rows();
        rows.insert(inserted.stream().map(Line::wanted).toList(), toItself);
        rows.update(writing.stream()
                .filter(line -> !line.isNew() || toItself.stream().anyMatch(f -> line.after.get(f) != null))
                .map(Line::wanted)
                .toList());
        for (Aspect aspect : kind.aspects()) {
            Map<Long, @Nullable String> wanted = new LinkedHashMap<>();
            writing.stream()
                    .filter(line -> line.changed.contains(aspect.field()))
                    .forEach(line -> {
                        Object value = line.after.get(aspect.field());
                        wanted.put(line.id, value == null ? null : value.toString());
                    });
            if (!wanted.isEmpty()) {
                aspect.write(wanted, run.batch());
            }
        }
        kind.written(
                run.batch(),
                writing.stream()
                        .map(line -> new Written(line.id, line.before, line.after))
                        .toList());
    }

    private void writeCreations() {
        creations.stream().collect(Collectors.groupingBy(Lookup.Created::kind)).forEach((name, created) -> {
            RecordKind target = run.kind(name);
            List<Written> written = new ArrayList<>();
            for (Lookup.Created one : created) {
                Map<String, @Nullable Object> after = new LinkedHashMap<>();
                target.fields().forEach(field -> after.put(field.name(), field.fallback()));
                after.put("externalId", one.name());
                after.put("name", one.name());
                written.add(new Written(one.id(), null, after));
            }
            run.rows(name)
                    .insert(
                            written.stream()
                                    .map(one -> new Rows.Wanted(one.id(), 0, one.after()))
                                    .toList(),
                            Set.of());
            target.written(run.batch(), written);
        });
    }

    boolean writesAnything() {
        return !creations.isEmpty() || counts().anyWritten();
    }

    Set<Lookup.Created> creations() {
        return creations;
    }

    void remember(Map<String, Set<Object>> remembered) {
        for (String field : kind.remembered()) {
            Set<Object> values = remembered.computeIfAbsent(field, f -> new HashSet<>());
            for (Line line : open()) {
                Object value = line.after.get(field);
                if (value != null) {
                    values.add(value);
                }
            }
        }
    }

    Counts counts() {
        int created = 0;
        int changed = 0;
        int rejected = 0;
        for (Line line : lines) {
            created += line.writes() && line.isNew() ? 1 : 0;
            changed += line.writes() && !line.isNew() ? 1 : 0;
            rejected += line.rejected ? 1 : 0;
        }
        return new Counts(created, changed, lines.size() - created - changed - rejected, rejected);
    }

    void tell(Report report) {
        for (Line line : lines) {
            line.issues.stream()
                    .filter(issue -> issue.error() || !line.rejected)
                    .forEach(report::issue);
            if (line.rejected) {
                report.rejected(
                        line.entry, line.issues.stream().filter(Issue::error).toList());
            }
        }
    }

    /** Gives up on these rows, because the database refused them for a reason of its own. */
    Chunk refused() {
        Chunk refused = new Chunk(run, lines.stream().map(line -> line.entry).toList());
        refused.lines.forEach(line -> line.error("", "not-stored"));
        return refused;
    }
}
