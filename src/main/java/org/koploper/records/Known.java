package org.koploper.records;

import org.jspecify.annotations.Nullable;

/** The records that the rows of a chunk name, looked up in bulk. */
@FunctionalInterface
public interface Known {

    /**
     * The id of what this text names; null when it names nothing or several things, which is then a problem of the row
     * already.
     */
    @Nullable
    Long id(String kind, String text);
}
