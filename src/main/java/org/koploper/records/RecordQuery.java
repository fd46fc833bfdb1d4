package org.koploper.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a kind, in which order, and which of them.
 *
 * @param text occurs in the external id, the name or the name of something it refers to, whatever its case; blank for all
 * @param filters by field name; filters that do not fit their field are left out
 * @param sort field name; null for the external id. Empty values come last, equal ones by external id
 * @param offset how many to skip
 * @param limit how many at most, 1 to {@value #MOST}
 */
public record RecordQuery(
        String text, Map<String, Filter> filters, @Nullable String sort, boolean descending, int offset, int limit) {

    /** The longest page: what is looked up for all of it at once still fits into one statement each. */
    public static final int MOST = 500;

    public RecordQuery {
        filters = Map.copyOf(filters);
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("No such page: " + limit + " from " + offset);
        }
    }

    /** The first of everything, by external id. */
    public static RecordQuery first(int limit) {
        return new RecordQuery("", Map.of(), null, false, 0, limit);
    }
}
