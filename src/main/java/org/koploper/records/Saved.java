package org.koploper.records;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done to one record, so that it can be undone.
 *
 * @param version of the record since then; 0 when it was removed
 * @param label what people call it
 * @param before what it was, by field name as {@link RecordEdits} takes it; null when it is new
 * @param warnings what is odd about it all the same
 */
public record Saved(
        What what,
        String kind,
        String externalId,
        int version,
        String label,
        @Nullable Map<String, @Nullable Object> before,
        List<Issue> warnings) {

    /** What was done. */
    public enum What {
        CREATED,
        CHANGED,
        REMOVED,
        /** Nothing: there was no difference. */
        NOTHING
    }
}
