package org.koploper.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the different values of a column, and what becomes of it.
 *
 * @param before as it stands in the file, trimmed
 * @param changed after what is done with the column: what {@link Mapping#values} calls it
 * @param after the value it is read as, or why it cannot be read; {@code empty-cell} for an empty one
 * @param count how often it was seen among the rows that were looked at
 */
public record Sample(String before, String changed, Parsed<Object> after, int count) {

    /** The most different values of a column that are kept. */
    public static final int MOST = 100;

    private static final int LOOKED_AT = 2_000;

    /** By header, those of the columns that are used, in the order of the file. */
    static Map<String, List<Sample>> of(FileSource rows, Plan plan, ZoneId zone) throws IOException {
        List<UsedColumn> columns = UsedColumn.of(plan, zone);
        int width = plan.detection().format().header().size();
        Map<String, Map<String, Sample>> found = new LinkedHashMap<>();
        try (TableReader table = TableReader.open(rows, plan.detection().format(), TableReader.Limits.STANDARD)) {
            for (int seen = 0; seen < LOOKED_AT && table.hasNext(); seen++) {
                Row row = table.next();
                if (row.readable() && row.cells().size() == width) {
                    columns.forEach(column ->
                            add(found.computeIfAbsent(column.header(), header -> new LinkedHashMap<>()), column, row));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        column -> new ArrayList<>(column.getValue().values()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static void add(Map<String, Sample> found, UsedColumn column, Row row) {
        Transform.Cell changed = column.changed(row);
        String before = Values.text(row.cells().get(column.index()));
        Sample known = found.get(changed.text());
        if (known != null) {
            found.put(changed.text(), new Sample(known.before(), known.changed(), known.after(), known.count() + 1));
        } else if (found.size() < MOST && !(before.isEmpty() && changed.text().isEmpty())) {
            found.put(changed.text(), new Sample(before, changed.text(), read(column, column.meant(changed)), 1));
        }
    }

    private static Parsed<Object> read(UsedColumn column, Transform.Cell cell) {
        return cell.text().isEmpty()
                ? Parsed.refused("empty-cell")
                : cell.reading().read(column.field(), cell.text()).map(value -> value);
    }
}
