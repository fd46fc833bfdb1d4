package org.koploper.records;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asked about every record before a batch is taken back: a room that closes something, such as a period, declares one as a
 * bean and answers for what it closed.
 */
@FunctionalInterface
public interface UndoVeto {

    /**
     * Why this record has to stay as it is: the code of a problem, such as {@code period-closed}; empty when it may go back.
     *
     * @param now what is there by field name
     * @param then what would be there again; null when the record would be gone
     */
    Optional<String> against(
            RecordKind kind, Map<String, @Nullable Object> now, @Nullable Map<String, @Nullable Object> then);
}
