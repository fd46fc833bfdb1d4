package org.koploper.records;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** These rows, decided: again and again as long as what was decided about problems mends some of them. */
    static Chunk decided(Run run, List<Entry> entries) {
        Mending mending = new Mending(run.order().remedies());
        List<Entry> next = entries;
        while (true) {
            Chunk chunk = new Chunk(run, next);
            chunk.decide();
            List<Entry> mended = mending.of(chunk.lines);
            if (mended == null) {
                return chunk;
            }
            next = mended;
        }
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
        List<Line> flawed = lines.stream().filter(Line::isPartlyReadable).toList();
        lines.forEach(this::identify);
        new Matching(run, open(), newLines).find();
        Lookup lookup = lookup(flawed);
        for (Line line : open()) {
            new LineReading(run, line, lookup, newLines).read();
        }
        // rejected already, but whoever mends the file wants to see everything about a row at once
        for (Line line : flawed) {
            new LineReading(run, line, lookup, newLines).examine();
            kind.check(line.incoming(), line.problemsOfWhatItSays());
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

    private Lookup lookup(List<Line> flawed) {
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
        for (Line line : Stream.concat(open().stream(), flawed.stream()).toList()) {
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
    void write(@Nullable JournalWriting journal) {
        new ChunkWriting(run, journal)
                .write(creations, lines.stream().filter(Line::writes).toList());
    }

    /** The row of a chunk that has only one. */
    Line only() {
        return lines.getFirst();
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
        if (report.wantsChanges()) {
            List<Line> changing = lines.stream()
                    .filter(line -> line.writes() && !line.isNew() && !isPay(line))
                    .toList();
            new ChangedCells(run, newLines, creations).of(changing).forEach(report::changed);
        }
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

    /** Who may import need not know what somebody earned: a dry run would tell, and leave no trace. */
    private boolean isPay(Line line) {
        Audience.Pay pay = run.kind().byHand().audience().pay();
        return pay != null && line.before != null && pay.holds().test(line.before);
    }

    /** Gives up on these rows, because the database refused them for a reason of its own. */
    Chunk refused() {
        Chunk refused = new Chunk(run, lines.stream().map(line -> line.entry).toList());
        refused.lines.forEach(line -> line.error("", "not-stored"));
        return refused;
    }
}
