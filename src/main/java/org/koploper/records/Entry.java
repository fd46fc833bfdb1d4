package org.koploper.records;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row as it was read, before anything was looked up.
 *
 * @param row as in {@link Incoming#row()}
 * @param values by field name, in the Java type of the field; references and aspects as texts; null where the cell is
 *     empty, absent where the source does not mention the field
 * @param flaws what could not be read; an error among them rejects the row
 * @param source the cells as they stood there, for whoever reports what was rejected; may be empty
 */
public record Entry(long row, Map<String, @Nullable Object> values, List<Issue> flaws, List<String> source) {

    boolean readable() {
        return flaws.stream().noneMatch(Issue::error);
    }
}
