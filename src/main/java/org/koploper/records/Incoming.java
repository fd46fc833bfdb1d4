package org.koploper.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way in.
 *
 * @param row number as a spreadsheet shows it (header = 1), or the position in an API array, from 1
 * @param values parsed values by field name; null where the cell is empty, absent where the row does not mention the field
 * @param before what is there now by field name; null for a new record
 */
public record Incoming(
        long row,
        Map<String, @Nullable Object> values,
        @Nullable Map<String, @Nullable Object> before) {

    /** What the record will have: what the row says, else what is there. */
    public @Nullable Object will(String field) {
        if (values.containsKey(field)) {
            return values.get(field);
        }
        return before == null ? null : before.get(field);
    }
}
