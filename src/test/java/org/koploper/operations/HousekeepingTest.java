package org.koploper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.storage.EmbeddedDatabase;

/** The backups the product makes by itself: every night, and before a migration of a database in use. */
class HousekeepingTest {

    @TempDir
    Path data;

    private EmbeddedDatabase database;

    @BeforeEach
    void database() {
        database = EmbeddedDatabase.inFolder(data);
    }

    @AfterEach
    void close() throws SQLException {
        database.shutdown();
    }

    @Test
    void everyNightABackupIsMadeAndTheNewestStay() throws Exception {
        migrateTo("latest");
        for (int day = 1; day <= 4; day++) {
            Housekeeping housekeeping = at("2026-03-0" + day + "T02:30:00Z");
            housekeeping.nightly();
            housekeeping.close();
            Files.writeString(folder().resolve("my own.koploper"), "not the product's to delete");
        }

        assertThat(backups())
                .containsExactly(
                        "my own.koploper", "nightly-20260303-023000.koploper", "nightly-20260304-023000.koploper");
    }

    @Test
    void aDatabaseInUseIsBackedUpBeforeItsSchemaChanges() throws Exception {
        migrateTo("3");

        migrateAsAtAStart();

        assertThat(backups()).containsExactly("before-leaving-schema-3-20260305-100000.koploper");
        Manifest before =
                BackupFile.read(folder().resolve(backups().getFirst())).manifest();
        assertThat(before.schema()).isEqualTo("3");
        assertThat(before.counts()).containsKey("persons").doesNotContainKey("ledger_entries");
    }

    @Test
    void aNewDatabaseAndOneThatIsCurrentAreNotBackedUpAtTheStart() throws Exception {
        migrateAsAtAStart();
        migrateAsAtAStart();

        assertThat(folder()).doesNotExist();
    }

    private void migrateAsAtAStart() throws IOException {
        Housekeeping housekeeping = at("2026-03-05T10:00:00Z");
        new HousekeepingWiring().backupFirst(housekeeping).migrate(settings().migrations(database));
        housekeeping.close();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .configuration(settings().migrations(database).getConfiguration())
                .target(version)
                .load()
                .migrate();
    }

    private Housekeeping at(String moment) throws IOException {
        return new Housekeeping(database, settings(), Clock.fixed(Instant.parse(moment), ZoneOffset.UTC), folder(), 2);
    }

    private Settings settings() {
        return Settings.read(List.of("--koploper.data=" + data));
    }

    private Path folder() {
        return data.resolve("backups");
    }

    private List<String> backups() throws IOException {
        return Folders.files(folder()).stream()
                .map(file -> file.getFileName().toString())
                .toList();
    }
}
