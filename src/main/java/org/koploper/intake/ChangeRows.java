package org.koploper.intake;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cells that imports found different, in the database. */
@Component
class ChangeRows {

    private final JdbcTemplate bulk;

    ChangeRows(JdbcTemplate bulk) {
        this.bulk = bulk;
    }

    /** Adds cells, the first of which gets this number. */
    void add(long id, int first, List<CellChange> changes) {
        int[] seq = {first};
        bulk.batchUpdate(
                "insert into import_changes (import_id, seq, row_no, record_key, field, old_text, new_text)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                changes,
                1_000,
                (statement, change) -> {
                    statement.setLong(1, id);
                    statement.setInt(2, seq[0]++);
                    statement.setLong(3, change.row());
                    statement.setString(4, change.externalId());
                    statement.setString(5, change.field());
                    statement.setString(6, change.before());
                    statement.setString(7, change.after());
                });
    }

    /** In the order of the rows. */
    List<CellChange> of(long id, int from, int limit) {
        return JdbcClient.create(bulk)
                .sql("select row_no, record_key, field, old_text, new_text from import_changes"
                        + " where import_id = :id and seq >= :from order by seq limit :limit")
                .param("id", id)
                .param("from", from)
                .param("limit", limit)
                .query((row, n) -> new CellChange(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }
}
