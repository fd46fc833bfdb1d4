package org.koploper.records;

import java.util.List;

/** Is told what became of the rows, chunk by chunk, each time after the chunk is committed. */
public interface Report {

    /** Something wrong or odd, in the order of the rows. */
    void issue(Issue issue);

    /** A row that was not taken, with all that is wrong with it; its issues were given to {@link #issue} too. */
    default void rejected(Entry entry, List<Issue> issues) {}

    /** Whether {@link #changed} wants to be told (any more). */
    default boolean wantsChanges() {
        return false;
    }

    /** A record that is there, and what a row changes in it. */
    default void changed(Entry entry, Changed changed) {}

    /** How many rows there are, before the first is decided. */
    default void counted(long rows) {}

    /** Whether to stop before the next chunk; what was committed stays. */
    default boolean isCancelled() {
        return false;
    }

    /** What is through so far. */
    default void progress(Counts soFar) {}
}
