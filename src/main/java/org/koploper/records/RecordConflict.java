package org.koploper.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody else changed or removed the record since it was read; nothing was written. */
public final class RecordConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable RecordView now;
    private final @Nullable String by;
    private final @Nullable Instant at;

    RecordConflict(@Nullable RecordView now, @Nullable String by, @Nullable Instant at) {
        super("Changed meanwhile");
        this.now = now;
        this.by = by;
        this.at = at;
    }

    /** What it is now; null when it is gone. */
    public @Nullable RecordView now() {
        return now;
    }

    /** Who changed it last by hand; null where a file or a program did. */
    public @Nullable String by() {
        return by;
    }

    /** When that was. */
    public @Nullable Instant at() {
        return at;
    }
}
