package org.koploper.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what was decided about a chunk: what rows refer to, the rows, what belongs to them, what the kind adds. */
final class ChunkWriting {

    private final Run run;
    private final RecordKind kind;
    private final @Nullable JournalWriting journal;

    /** @param journal null where nobody will want to take it back */
    ChunkWriting(Run run, @Nullable JournalWriting journal) {
        this.journal = journal;
        this.run = run;
        this.kind = run.kind();
    }

    /** Created references first: the rows need them. */
    void write(Collection<Lookup.Created> creations, List<Line> writing) {
        creations.stream().collect(Collectors.groupingBy(Lookup.Created::kind)).forEach(this::create);
        if (writing.isEmpty()) {
            return;
        }
        Set<String> toItself = run.fields().stream()
                .filter(field -> field.column() != null && kind.name().equals(field.references()))
                .map(Field::name)
                .collect(Collectors.toSet());
        List<Journal.Before> before = journal == null ? List.of() : journal.before(writing);
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
        if (journal != null) {
            journal.rows(writing, before);
        }
    }

    private void create(String name, List<Lookup.Created> created) {
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
        if (journal != null) {
            journal.created(target, written);
        }
    }
}
