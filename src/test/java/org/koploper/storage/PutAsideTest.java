package org.koploper.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is put aside loses nothing, and never another one instead of it. */
class PutAsideTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-25T19:30:00Z"), ZoneId.of("Europe/Brussels"));

    @TempDir
    Path data;

    private PutAside aside;

    @BeforeEach
    void aDatabaseWithSomethingInIt() throws SQLException {
        aside = new PutAside(data);
        EmbeddedDatabase database = EmbeddedDatabase.inFolder(data);
        try (Connection owner = database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("create table kept (word varchar(20))");
            statement.execute("insert into kept values ('everything')");
        }
        database.shutdown();
    }

    @Test
    void nothingHappensAsLongAsNobodyWishesIt() throws IOException {
        assertThat(aside.atStart(clock)).isEmpty();

        aside.ask();
        aside.takeBack();
        assertThat(aside.asked()).isFalse();
        assertThat(aside.atStart(clock)).isEmpty();
        assertThat(data.resolve("db/koploper.script")).exists();
    }

    @Test
    void theNextStartGivesTheFolderAnotherNameAndOnlyOnce() throws Exception {
        aside.ask();
        aside.ask();

        Path place = aside.atStart(clock).orElseThrow();

        assertThat(place).isEqualTo(data.resolve("db-put-aside-20261125-203000"));
        assertThat(data.resolve("db")).doesNotExist();
        assertThat(aside.atStart(clock)).isEmpty();
        // with its old name it is what it was, and stays
        Files.move(place, data.resolve("db"));
        assertThat(aside.atStart(clock)).isEmpty();
        EmbeddedDatabase database = EmbeddedDatabase.inFolder(data);
        try (Connection owner = database.asOwner();
                var rows = owner.createStatement().executeQuery("select word from kept")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("everything");
        }
        database.shutdown();
    }

    @Test
    void theWishGoesWithItsDatabaseAndNeverMeetsAnother() throws IOException {
        aside.ask();
        Files.move(data.resolve("db"), data.resolve("db-before-restore"));
        Files.createDirectories(data.resolve("db"));

        assertThat(aside.atStart(clock)).isEmpty();
        assertThat(data.resolve("db")).exists();
    }
}
