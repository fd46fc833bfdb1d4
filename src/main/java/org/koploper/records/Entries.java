package org.koploper.records;

import java.util.function.Consumer;

/** A source of rows that can be read more than once, each time the same rows in the same order. */
@FunctionalInterface
public interface Entries {

    /** Hands out every row. */
    void read(Consumer<Entry> taker);
}
