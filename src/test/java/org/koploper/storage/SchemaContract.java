package org.koploper.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.audit.Trail;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the schema promises on both databases; Hibernate has validated its entities against it by then. */
abstract class SchemaContract {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void idsAreNeverGivenTwice() {
        Set<Long> given = new HashSet<>();
        for (int i = 0; i < 3 * Ids.BLOCK; i++) {
            assertThat(given.add(ids.next())).isTrue();
        }
    }

    @Test
    void aWrittenAuditRecordCannotBeChangedOrDeleted() {
        Caller.asSystem(() -> transaction.executeWithoutResult(status ->
                trail.record("test.done", new Trail.Subject("test", "1", "a test"), null, "after", "because")));

        assertThatThrownBy(() ->
                        jdbc.sql("update audit_records set reason = 'another'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from audit_records").update())
                .isInstanceOf(DataAccessException.class);
        assertThat(jdbc.sql("select reason from audit_records where action = 'test.done'")
                        .query(String.class)
                        .list())
                .contains("because")
                .doesNotContain("another");
    }

    @OnHsqldb
    static class OnHsqldbTest extends SchemaContract {

        @Autowired
        DataSource dataSource;

        @Autowired
        EmbeddedDatabase database;

        /** HSQLDB lets any user set the password of every user whose name it knows. */
        @Test
        void theApplicationsUserCannotFindOutWhoTheOwnerIs() throws SQLException {
            List<String> readable = new ArrayList<>();
            List<String> givenAway = new ArrayList<>();
            try (var connection = dataSource.getConnection()) {
                try (var tables = connection.getMetaData().getTables(null, null, "%", null)) {
                    while (tables.next()) {
                        readable.add("\"" + tables.getString(2) + "\".\"" + tables.getString(3) + "\"");
                    }
                }
                for (String table : readable) {
                    try (var statement = connection.createStatement();
                            var rows = statement.executeQuery("select * from " + table)) {
                        while (rows.next()) {
                            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                                String value = rows.getString(i);
                                if (value != null && value.contains(database.owner())) {
                                    givenAway.add(
                                            table + "." + rows.getMetaData().getColumnName(i));
                                }
                            }
                        }
                    }
                }
            }
            assertThat(readable).hasSizeGreaterThan(50);
            assertThat(givenAway).isEmpty();
        }

        @Test
        void theApplicationsUserMayNotTouchFilesOrTheSchema() {
            List<String> accepted = new ArrayList<>();
            for (String statement : List.of(
                    "script 'stolen.sql'",
                    "backup database to 'stolen.tgz' not blocking",
                    "create table mine (id integer)",
                    "create text table mine (id integer)",
                    "drop table audit_records",
                    "drop trigger ledger_entries_no_update",
                    "shutdown",
                    "alter user sa set password 'x'")) {
                try {
                    jdbc.sql(statement).update();
                    accepted.add(statement);
                } catch (DataAccessException refused) {
                    // as it should be
                }
            }
            assertThat(accepted).isEmpty();
            assertThatThrownBy(() -> jdbc.sql("call \"java.lang.System.getProperty\"('user.home')")
                            .query(String.class)
                            .list())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @OnPostgres
    static class OnPostgresTest extends SchemaContract {}
}
