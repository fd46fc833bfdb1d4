package org.koploper.records;

import org.jspecify.annotations.Nullable;

/**
 * Another record, as a list or a form names it.
 *
 * @param kind name of its kind
 * @param name null where it has none
 */
public record RecordRef(
        String kind, String externalId, @Nullable String name) {

    /** What people call it. */
    public String label() {
        return name == null ? externalId : name;
    }
}
