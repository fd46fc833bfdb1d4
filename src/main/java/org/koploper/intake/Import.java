package org.koploper.intake;

import java.time.Duration;
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
 * @param totalRows of the file; null until they were counted
 * @param undoneAt when it was taken back; null: it was not
 * @param undoneBy name of who took it back
 * @param undoneRows records that went back so far; null where it is not being taken back
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
        String startedBy,
        @Nullable Integer totalRows,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable Integer undoneRows) {

    /** How much of it went back, in percent. */
    public int percentUndone() {
        int written = counts.created() + counts.changed();
        return undoneRows == null || written == 0 ? 0 : (int) Math.min(100L, 100L * undoneRows / written);
    }

    /** How much of it is through, in percent; null until its rows were counted. */
    public @Nullable Integer percent() {
        return totalRows == null || totalRows == 0 ? null : (int) Math.min(100L, 100L * counts.rows() / totalRows);
    }

    /** Rows that were through in each second until then. */
    public long rowsPerSecond(Instant now) {
        long millis = Duration.between(startedAt, finishedAt == null ? now : finishedAt)
                .toMillis();
        return counts.rows() * 1_000L / Math.max(1, millis);
    }

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
