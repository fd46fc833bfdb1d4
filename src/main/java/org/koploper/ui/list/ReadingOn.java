package org.koploper.ui.list;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads page after page of a query that goes on after a row instead of counting off all rows before it: remembers where the
 * pages it read ended, and begins each one at the nearest end before it.
 *
 * @param <K> what tells the place of a row
 */
public final class ReadingOn<T, K> implements Rows.Page<T> {

    private final Query<T, K> query;
    private final Function<T, K> place;
    private final NavigableMap<Integer, K> ends = new TreeMap<>();
    private @Nullable Asked of;

    public ReadingOn(Query<T, K> query, Function<T, K> place) {
        this.query = query;
        this.place = place;
    }

    /** The screen and a file that is being written may read at the same time. */
    @Override
    public synchronized List<T> read(Asked asked, int offset, int limit) {
        if (asked != of || offset == 0) {
            // from the top again: rows may have come before those we know
            ends.clear();
            of = asked;
        }
        Map.Entry<Integer, K> nearest = ends.floorEntry(offset);
        List<T> rows = nearest == null
                ? query.read(asked, null, offset, limit)
                : query.read(asked, nearest.getValue(), offset - nearest.getKey(), limit);
        if (!rows.isEmpty()) {
            ends.put(offset + rows.size(), place.apply(rows.getLast()));
        }
        return rows;
    }

    /** A query that can begin after a row. */
    @FunctionalInterface
    public interface Query<T, K> {

        /**
         * At most {@code limit} rows.
         *
         * @param after the place of the row to begin after; null for the start
         * @param skip how many to leave out there
         */
        List<T> read(Asked asked, @Nullable K after, int skip, int limit);
    }
}
