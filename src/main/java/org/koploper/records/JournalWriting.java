package org.koploper.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes in the journal what a chunk is about to write; part of its transaction. */
final class JournalWriting {

    private final Run run;
    private final Journal journal;
    private final JdbcTemplate jdbc;

    JournalWriting(Run run, Journal journal, JdbcTemplate jdbc) {
        this.run = run;
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /** Records that come into being because rows refer to them: by the kind and the ids. */
    void created(RecordKind kind, List<Written> records) {
        List<Written> ordered =
                records.stream().sorted(Comparator.comparing(Written::id)).toList();
        journal.write(
                run.batch(),
                run.nextPage(),
                kind.name(),
                new Journal.Content(
                        runs(ordered.stream().map(Written::id).toList()),
                        ordered.stream().map(one -> Prints.of(one.after())).toList(),
                        List.of()));
    }

    /** The rows of a chunk that made a difference, with what those that were there had been before. */
    void rows(List<Line> written, List<Journal.Before> before) {
        List<Line> ordered = new ArrayList<>(written.stream()
                .filter(Line::isNew)
                .sorted(Comparator.comparing(line -> line.id))
                .toList());
        List<Long> created = ordered.stream().map(line -> line.id).toList();
        ordered.addAll(written.stream().filter(line -> !line.isNew()).toList());
        Map<String, Map<Long, String>> aspects = new LinkedHashMap<>();
        for (Aspect aspect : run.kind().aspects()) {
            // what was asked for and what holds today can differ: a team from next month on
            aspects.put(
                    aspect.field(),
                    aspect.read(ordered.stream().map(line -> line.id).toList(), run.batch()));
        }
        List<Long> prints = new ArrayList<>();
        for (Line line : ordered) {
            Map<String, @Nullable Object> now = new LinkedHashMap<>(line.after);
            aspects.forEach((field, values) -> now.put(field, values.get(line.id)));
            prints.add(Prints.of(now));
        }
        journal.write(
                run.batch(), run.nextPage(), run.kind().name(), new Journal.Content(runs(created), prints, before));
    }

    /** What is there of the rows of a chunk that will change; to be asked before they do. */
    List<Journal.Before> before(List<Line> writing) {
        List<Line> changed = writing.stream().filter(line -> !line.isNew()).toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        List<Long> ids = changed.stream().map(line -> line.id).toList();
        Map<String, Map<Long, List<Map<String, @Nullable String>>>> besides = new LinkedHashMap<>();
        for (Beside beside : run.kind().besides()) {
            if (!beside.derived()) {
                besides.put(beside.table(), new BesideRows(beside, jdbc).of(ids));
            }
        }
        List<Journal.Before> before = new ArrayList<>();
        for (Line line : changed) {
            Map<String, @Nullable String> values = new LinkedHashMap<>();
            if (line.before != null) {
                line.before.forEach((field, value) -> values.put(field, StoredTexts.of(value)));
            }
            Map<String, List<Map<String, @Nullable String>>> beside = new LinkedHashMap<>();
            besides.forEach((table, rows) -> beside.put(table, rows.getOrDefault(line.id, List.of())));
            before.add(new Journal.Before(line.id, values, beside));
        }
        return before;
    }

    /** First and last of each unbroken row of numbers. */
    private static List<long[]> runs(List<Long> sorted) {
        List<long[]> runs = new ArrayList<>();
        for (long id : sorted) {
            if (!runs.isEmpty() && runs.getLast()[1] + 1 == id) {
                runs.getLast()[1] = id;
            } else {
                runs.add(new long[] {id, id});
            }
        }
        return runs;
    }
}
