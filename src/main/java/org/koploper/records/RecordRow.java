package org.koploper.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as people see it.
 *
 * @param version counts its changes; to be handed back with a change, so that nobody's change is overwritten unseen
 * @param values by field name, in the Java type of the field; references are {@link RecordRef}s, other aspects as files
 *     write them
 */
public record RecordRow(String externalId, int version, Map<String, @Nullable Object> values) {

    /** What people call it. */
    public String label() {
        return values.get("name") instanceof String name && !name.isBlank() ? name : externalId;
    }
}
