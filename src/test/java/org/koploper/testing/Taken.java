package org.koploper.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.audit.Trail;
import org.koploper.records.Counts;
import org.koploper.records.Entry;
import org.koploper.records.Order;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;

/**
 * What became of rows that were given to the desk.
 *
 * @param issues as {@code "row field code [args]"}, warnings with a question mark behind the code
 */
public record Taken(long batch, Counts counts, List<String> issues) {

    /** Gives rows to the desk as a file would; they count as read in this order, from row 2. */
    @SafeVarargs
    public static Taken of(RecordDesk desk, Ids ids, String kind, Map<String, @Nullable Object>... rows) {
        long batch = ids.next();
        AtomicLong number = new AtomicLong(1);
        List<Entry> entries = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            entries.add(new Entry(number.incrementAndGet(), row, List.of(), List.of()));
        }
        List<String> issues = new ArrayList<>();
        Order order = new Order(
                kind, Order.Mode.TAKE_WHAT_IS_RIGHT, batch, "test.taken", new Trail.Subject("test", "" + batch, kind));
        Counts counts = Caller.asSystem(() -> desk.apply(
                order,
                entries::forEach,
                issue -> issues.add(issue.row() + " " + issue.field() + " " + issue.code()
                        + (issue.error() ? " " : "? ") + issue.args())));
        return new Taken(batch, counts, issues);
    }

    /** A row: field, value, field, value. */
    public static Map<String, @Nullable Object> row(@Nullable Object... fieldsAndValues) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            row.put(String.valueOf(fieldsAndValues[i]), fieldsAndValues[i + 1]);
        }
        return row;
    }
}
