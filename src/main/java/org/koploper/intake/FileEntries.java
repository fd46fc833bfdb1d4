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
import org.koploper.records.RecordKind;

/** The rows of a file as records: columns become fields, aliases and defaults are put in, cells are read strictly. */
final class FileEntries implements Entries {

    private final FileSource source;
    private final FileFormat format;
    private final Mapping mapping;
    private final ZoneId zone;
    private final Map<String, Field> fields = new HashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, String> defaults;

    /** A column that is used. */
    private record Column(int index, String header, Field field, Map<String, String> aliases) {}

    FileEntries(FileSource source, FileFormat format, Mapping mapping, RecordKind kind, ZoneId zone) {
        this.source = source;
        this.format = format;
        this.mapping = mapping;
        this.zone = zone;
        kind.fields().forEach(field -> fields.put(field.name(), field));
        for (int index = 0; index < format.header().size(); index++) {
            String header = format.header().get(index);
            Field field = fields.get(mapping.columns().getOrDefault(header, ""));
            if (field != null) {
                columns.add(
                        new Column(index, header, field, plain(mapping.values().getOrDefault(field.name(), Map.of()))));
            }
        }
        this.defaults = new HashMap<>(mapping.defaults());
    }

    private static Map<String, String> plain(Map<String, String> aliases) {
        Map<String, String> plain = new HashMap<>();
        aliases.forEach((from, to) -> plain.put(CellReading.loose(from), to));
        return plain;
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
        for (Column column : columns) {
            if (unread.contains(column.header())) {
                values.put(column.field().name(), null);
                continue;
            }
            String text = Values.text(row.cells().get(column.index()));
            String meant = column.aliases().get(CellReading.loose(text));
            if (meant == null && column.field().type() == Field.Type.CODE) {
                meant = CodeWords.meaning(column.field(), text);
            }
            boolean ours = meant != null;
            String used = ours && meant != null ? meant : text;
            if (used.isEmpty() && defaults.containsKey(column.field().name())) {
                used = defaults.get(column.field().name());
                ours = true;
            }
            CellReading reading = ours || row.typed().get(column.index())
                    ? CellReading.OURS
                    : new CellReading(format.decimalSign(), format.datePattern(column.header()), zone);
            put(values, column.field(), used, reading, row, flaws);
        }
        defaults.forEach((name, text) -> {
            Field field = fields.get(name);
            if (field != null && !values.containsKey(name)) {
                put(values, field, text, CellReading.OURS, row, flaws);
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
            Map<String, @Nullable Object> values,
            Field field,
            String text,
            CellReading reading,
            Row row,
            List<Issue> flaws) {
        if (text.isEmpty()) {
            values.put(field.name(), null);
            return;
        }
        switch (reading.read(field, text)) {
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
