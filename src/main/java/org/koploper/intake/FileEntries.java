package org.koploper.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Entries;
import org.koploper.records.Entry;
import org.koploper.records.Field;
import org.koploper.records.Issue;

/** The rows of a file as records: columns become fields, aliases and defaults are put in, cells are read strictly. */
final class FileEntries implements Entries {

    private final FileSource source;
    private final FileFormat format;
    private final Mapping mapping;
    private final Map<String, Field> fields = new HashMap<>();
    private final List<UsedColumn> columns;
    private final Map<String, String> defaults;

    FileEntries(FileSource source, Plan plan, ZoneId zone) {
        this.source = source;
        this.format = plan.detection().format();
        this.mapping = plan.mapping();
        plan.kind().fields().forEach(field -> fields.put(field.name(), field));
        this.columns = UsedColumn.of(plan, zone);
        this.defaults = new HashMap<>(mapping.defaults());
    }

    @Override
    public void read(Consumer<Entry> taker) {
        try (TableReader rows = TableReader.open(source, format, TableReader.Limits.STANDARD)) {
            while (rows.hasNext()) {
                taker.accept(entry(rows.next()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entry entry(Row row) {
        List<Issue> flaws = new ArrayList<>();
        for (Problem problem : row.problems()) {
            flaws.add(flaw(row, fieldOf(problem.column()), problem.code(), problem.args()));
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        if (!isInJoint(row)) {
            return new Entry(row.number(), values, flaws, row.cells());
        }
        Set<String> unread = row.problems().stream().map(Problem::column).collect(Collectors.toSet());
        for (UsedColumn column : columns) {
            String name = column.field().name();
            if (unread.contains(column.header())) {
                values.put(name, null);
                continue;
            }
            Transform.Cell cell = column.meant(column.changed(row));
            String otherwise = cell.text().isEmpty() ? defaults.get(name) : null;
            put(
                    values,
                    column.field(),
                    otherwise == null ? cell : new Transform.Cell(otherwise, CellReading.OURS),
                    row,
                    flaws);
        }
        defaults.forEach((name, text) -> {
            Field field = fields.get(name);
            if (field != null && !values.containsKey(name)) {
                put(values, field, new Transform.Cell(text, CellReading.OURS), row, flaws);
            }
        });
        return new Entry(row.number(), values, flaws, row.cells());
    }

    /** Whether every cell stands where it should, so that the others can be read although one of them cannot. */
    private boolean isInJoint(Row row) {
        return row.cells().size() == format.header().size()
                && row.problems().stream().allMatch(problem -> problem.column() != null);
    }

    private static void put(
            Map<String, @Nullable Object> values, Field field, Transform.Cell cell, Row row, List<Issue> flaws) {
        if (cell.text().isEmpty()) {
            values.put(field.name(), null);
            return;
        }
        switch (cell.reading().read(field, cell.text())) {
            case Parsed.Value<?>(Object value) -> values.put(field.name(), value);
            case Parsed.Refused<?>(String code, List<String> args) -> {
                values.put(field.name(), null);
                flaws.add(flaw(row, field.name(), code, args));
            }
        }
    }

    private static Issue flaw(Row row, String field, String code, List<String> args) {
        return new Issue(row.number(), field, code, true, args);
    }

    /** Flaws are placed by field, so that every problem is put back to the file's header in one place. */
    private String fieldOf(@Nullable String header) {
        if (header == null) {
            return "";
        }
        String field = mapping.columns().getOrDefault(header, "");
        return field.isEmpty() ? header : field;
    }
}
