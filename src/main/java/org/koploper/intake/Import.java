package org.koploper.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Counts;

/**
 * One file that was tried or taken.
 *
 * @param id also names the batch of its records
 * @param kind of record
 * @param state how far it is
 * @param reason code of why nothing (more) was done; null unless it failed
 * @param committed whether records were written, and not only tried
 * @param counts of rows so far
 * @param mapping complete, with what was proposed and not changed
 * @param finishedAt null while it runs
 * @param startedBy name of who started it
 */
public record Import(
        long id,
        String kind,
        String fileName,
        State state,
        @Nullable String reason,
        boolean committed,
        Counts counts,
        Mapping mapping,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String startedBy) {

    /** How far an import is. */
    public enum State {
        /** In the background, because it is large. */
        RUNNING,
        /** Through; rows may have been rejected. */
        DONE,
        /** Nothing was done, or not all of it: the file as a whole cannot be used, or it was interrupted. */
        FAILED
    }
}
