package org.koploper.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Batch;
import org.koploper.records.Written;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of dated states: what something was from a day on. Later knowledge about an earlier day gets a higher number
 * and an earlier day; on any day the highest number among those begun by then holds.
 */
final class StateTable {

    private final JdbcTemplate bulk;
    private final String table;
    private final String id;
    private final String insert;

    /**
     * @param id column of what the states belong to
     * @param columns of the state, in the order of {@link State#values}
     */
    StateTable(JdbcTemplate bulk, String table, String id, List<String> columns) {
        this.bulk = bulk;
        this.table = table;
        this.id = id;
        this.insert = "insert into " + table + " (" + id + ", seq, from_day, recorded_at, " + String.join(", ", columns)
                + ") values (?, ?, ?, ?"
                + columns.stream().map(column -> ", ?").collect(Collectors.joining())
                + ")";
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
     * Appends states, in this order for each of what they belong to.
     *
     * @param of what they belong to: a new one has no states yet, so nobody has to look for them
     */
    void append(List<State> states, List<Written> of, Batch batch) {
        if (states.isEmpty()) {
            return;
        }
        Map<Long, Integer> last = lastNumbers(
                of.stream().filter(row -> row.before() != null).map(Written::id).toList());
        List<Object[]> rows = new ArrayList<>();
        for (State state : states) {
            int number = last.merge(state.of(), 1, Integer::sum);
            List<@Nullable Object> row = new ArrayList<>(Arrays.asList(state.of(), number, state.from(), batch.at()));
            row.addAll(Arrays.asList(state.values()));
            rows.add(row.toArray());
        }
        bulk.batchUpdate(insert, rows);
    }

    /** Moves states to the day that turned out to be right; {@code column} holds their stage. */
    void correct(List<Correction> corrections, String column) {
        if (!corrections.isEmpty()) {
            bulk.batchUpdate(
                    "update " + table + " set from_day = ? where " + id + " = ? and " + column
                            + " = ? and from_day = ?",
                    corrections.stream()
                            .map(moved -> new Object[] {moved.is(), moved.of(), moved.stage(), moved.was()})
                            .toList());
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
