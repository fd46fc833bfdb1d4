package org.koploper.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that could lose acknowledged commits is refused at the start. */
class SelfCheckTest {

    @TempDir
    Path folder;

    @Test
    void aDatabaseMadeWithHsqldbsOwnDefaultsIsRefused() throws SQLException {
        EmbeddedDatabase careless =
                new EmbeddedDatabase("jdbc:hsqldb:file:" + folder.resolve("careless"), "SA", "", "");
        try (Connection owner = DriverManager.getConnection(careless.url(), "SA", "")) {
            assertThatThrownBy(() -> careless.check(owner))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not safe to use")
                    .hasMessageContaining("hsqldb.write_delay_millis");
            shutdown(owner);
        }
    }

    @Test
    void ourOwnDatabaseIsAccepted() throws SQLException {
        EmbeddedDatabase ours = EmbeddedDatabase.inFolder(folder);
        try (Connection owner = ours.asOwner()) {
            assertThatCode(() -> ours.check(owner)).doesNotThrowAnyException();
            shutdown(owner);
        }
    }

    private static void shutdown(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
