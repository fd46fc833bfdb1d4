package org.koploper.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Batch;
import org.koploper.records.Written;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of dated states: what something was from a day on. Later knowledge about an earlier day gets a higher number
 * and an earlier day; on any day the highest number among those begun by then holds. Each says until when it held, so that
 * what was open on a day can be asked without looking at the states around it.
 */
final class StateTable {

    private static final int FROM = 2;
    private static final int UNTIL = 3;
    private static final int VALUES = 5;

    private final JdbcTemplate bulk;
    private final String table;
    private final String id;
    private final String insert;
    private final String settle;
    private final int stage;
    private final Set<String> open;

    /**
     * @param id column of what the states belong to
     * @param columns of the state, in the order of {@link State#values}
     * @param open stages in which something is worked on, by the column that has them; empty: since when is not kept
     */
    StateTable(JdbcTemplate bulk, String table, String id, List<String> columns, Map<String, Set<String>> open) {
        this.bulk = bulk;
        String column = open.isEmpty() ? "" : open.keySet().iterator().next();
        this.stage = columns.indexOf(column);
        this.open = open.getOrDefault(column, Set.of());
        this.table = table;
        this.id = id;
        this.insert = "insert into " + table + " (" + id + ", seq, from_day, until_day, recorded_at, "
                + String.join(", ", columns)
                + (open.isEmpty() ? "" : ", open_since")
                + ") values (?, ?, ?, ?, ?"
                + ", ?".repeat(columns.size() + open.size())
                + ")";
        String of = "(select min(n.from_day) from " + table + " n where n." + id + " = s." + id;
        this.settle = "update " + table + " s set until_day = " + of + " and n.seq > s.seq)"
                + (open.isEmpty()
                        ? ""
                        : ", open_since = " + of + " and n." + column + " in ('" + String.join("', '", this.open)
                                + "'))")
                + " where s." + id + " in (:ids)";
    }

    /**
     * One more state.
     *
     * @param from null: known, but nobody said since when
     */
    record State(
            long of, @Nullable LocalDate from, @Nullable Object... values) {}

    /** The day of a state was wrong: it moves. */
    record Correction(long of, String stage, LocalDate was, LocalDate is) {}

    /**
     * Moves the states whose day was wrong, then appends others, in this order for each of what they belong to.
     *
     * @param column holds the stage that corrections name
     * @param of what they belong to: a new one has no states yet, so nobody has to look for them
     */
    void write(List<Correction> corrections, String column, List<State> states, List<Written> of, Batch batch) {
        Set<Long> known =
                of.stream().filter(row -> row.before() != null).map(Written::id).collect(Collectors.toSet());
        if (!corrections.isEmpty()) {
            bulk.batchUpdate(
                    "update " + table + " set from_day = ? where " + id + " = ? and " + column
                            + " = ? and from_day = ?",
                    corrections.stream()
                            .map(moved -> new Object[] {moved.is(), moved.of(), moved.stage(), moved.was()})
                            .toList());
        }
        append(states, known, batch);
        Set<Long> changed = new HashSet<>();
        corrections.forEach(moved -> changed.add(moved.of()));
        states.stream().map(State::of).filter(known::contains).forEach(changed::add);
        settle(changed);
    }

    private void append(List<State> states, Set<Long> known, Batch batch) {
        Map<Long, Integer> last = lastNumbers(known);
        List<Object[]> rows = new ArrayList<>();
        for (State state : states) {
            int number = last.merge(state.of(), 1, Integer::sum);
            List<@Nullable Object> row =
                    new ArrayList<>(Arrays.asList(state.of(), number, state.from(), null, batch.at()));
            row.addAll(Arrays.asList(state.values()));
            if (!open.isEmpty()) {
                row.add(null);
            }
            rows.add(row.toArray());
        }
        Map<Object, LocalDate> next = new HashMap<>();
        Map<Object, LocalDate> since = new HashMap<>();
        for (Object[] row : rows.reversed()) {
            row[UNTIL] = next.get(row[0]);
            if (row[FROM] instanceof LocalDate from) {
                next.merge(row[0], from, StateTable::earlier);
                if (isOpen(row)) {
                    since.merge(row[0], from, StateTable::earlier);
                }
            }
        }
        if (!open.isEmpty()) {
            rows.forEach(row -> row[row.length - 1] = since.get(row[0]));
        }
        if (!rows.isEmpty()) {
            bulk.batchUpdate(insert, rows);
        }
    }

    private boolean isOpen(Object[] row) {
        return stage >= 0 && open.contains(String.valueOf(row[VALUES + stage]));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Says of the states of these until when each held: whatever else happened to the others, they are right then. */
    void settle(Collection<Long> ids) {
        for (List<Long> chunk : Chunks.of(ids)) {
            JdbcClient.create(bulk).sql(settle).param("ids", chunk).update();
        }
    }

    private Map<Long, Integer> lastNumbers(Collection<Long> ids) {
        Map<Long, Integer> last = new HashMap<>();
        for (List<Long> chunk : Chunks.of(ids)) {
            JdbcClient.create(bulk)
                    .sql("select " + id + ", max(seq) from " + table + " where " + id + " in (:ids) group by " + id)
                    .param("ids", chunk)
                    .query(row -> {
                        last.put(row.getLong(1), row.getInt(2));
                    });
        }
        return last;
    }
}
