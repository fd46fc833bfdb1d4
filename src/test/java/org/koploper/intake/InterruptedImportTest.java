package org.koploper.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnHsqldb
class InterruptedImportTest {

    @Autowired
    Interrupted interrupted;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Test
    void anImportThatWasRunningWhenTheProductStoppedIsFailedWithAReason() {
        long id = ids.next();
        jdbc.sql("insert into imports (id, kind, file_name, file_hash, mapping, header, state, committed, new_rows,"
                        + " changed_rows, unchanged_rows, rejected_rows, started_at, started_by_name)"
                        + " values (:id, 'deals', 'deals.csv', 'x', '{}', '[]', 'RUNNING', true, 5, 0, 0, 0, :at, 'x')")
                .param("id", id)
                .param("at", LocalDateTime.of(2026, 3, 1, 12, 0))
                .update();

        interrupted.giveUp();

        Import found = Caller.asSystem(() -> imports.find(id)).orElseThrow();
        assertThat(found.state()).isEqualTo(Import.State.FAILED);
        assertThat(found.reason()).isEqualTo("import-interrupted");
        assertThat(found.counts().created()).isEqualTo(5);
    }

    @Test
    void oneThatWasOnItsWayBackCanBeAskedBackOnceMore() {
        long id = ids.next();
        jdbc.sql("insert into imports (id, kind, file_name, file_hash, mapping, header, state, committed, new_rows,"
                        + " changed_rows, unchanged_rows, rejected_rows, started_at, started_by_name, undo_batch,"
                        + " undo_rows) values (:id, 'deals', 'back.csv', 'x', '{}', '[]', 'DONE', true, 5, 0, 0, 0, :at,"
                        + " 'x', :batch, 3)")
                .param("id", id)
                .param("batch", ids.next())
                .param("at", LocalDateTime.of(2026, 3, 1, 12, 0))
                .update();
        assertThat(find(id).percentUndone()).isEqualTo(60);

        interrupted.giveUp();

        assertThat(find(id).undoneRows()).isNull();
        assertThat(find(id).undoneAt()).isNull();
    }

    private Import find(long id) {
        return Caller.asSystem(() -> imports.find(id)).orElseThrow();
    }
}
