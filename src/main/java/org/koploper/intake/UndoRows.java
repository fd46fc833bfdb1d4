package org.koploper.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.koploper.access.Caller;
import org.koploper.records.Obstacle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the database knows of imports that were, or are being, taken back. */
@Component
class UndoRows {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final ImportRows rows;
    private final Clock clock;

    UndoRows(JdbcClient jdbc, ImportRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** An import whose taking back did not come to its end. */
    record Unfinished(long id, String kind, long batch) {}

    /** Somebody asked for it; false where somebody else did before. */
    boolean ask(long id) {
        return jdbc.sql("update imports set undo_rows = 0 where id = :id and undo_rows is null and undone_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    void begun(long id, long batch) {
        jdbc.sql("update imports set undo_batch = :batch, undo_rows = 0 where id = :id")
                .param("batch", batch)
                .param("id", id)
                .update();
    }

    void through(long id, int records) {
        jdbc.sql("update imports set undo_rows = :records where id = :id")
                .param("records", records)
                .param("id", id)
                .update();
    }

    /**
     * The records are back; until everything derived has followed, and {@link #over} says so, it stays under way.
     *
     * @param reason code of why not all of it could be; empty when it could
     */
    void done(long id, String reason) {
        String by = Caller.now().name();
        jdbc.sql("update imports set undone_at = :at, undone_by_name = :by,"
                        + " reason = nullif(cast(:reason as varchar(60)), '') where id = :id")
                .param("at", Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .param("by", by.length() <= LONGEST_NAME ? by : by.substring(0, LONGEST_NAME))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** It is not being taken back any more, whatever became of it. */
    void over(long id) {
        jdbc.sql("update imports set undo_batch = null, undo_rows = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Says at the import itself why it was not taken back, for whoever was not waiting for an answer. */
    @Transactional
    void refused(long id, List<Obstacle> obstacles) {
        over(id);
        jdbc.sql("update imports set reason = 'undo-refused' where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from import_problems where import_id = :id and column_name like '%/%' and row_no is null")
                .param("id", id)
                .update();
        int next = jdbc.sql("select coalesce(max(seq) + 1, 0) from import_problems where import_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        rows.add(
                id,
                next,
                obstacles.stream()
                        .map(stays -> new ImportProblem(
                                null, stays.kind() + "/" + stays.externalId(), stays.code(), false, stays.args()))
                        .toList());
    }

    List<Unfinished> unfinished() {
        return jdbc.sql("select id, kind, undo_batch from imports where undo_rows is not null")
                .query((row, n) -> new Unfinished(row.getLong(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
