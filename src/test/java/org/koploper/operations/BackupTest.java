package org.koploper.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.storage.EmbeddedDatabase;
import org.koploper.storage.EmbeddedFiles;

/** A backup is whole, is taken while others write, and is refused when one byte of it has changed. */
class BackupTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-05T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path data;
    private EmbeddedDatabase database;
    private final List<EmbeddedDatabase> open = new ArrayList<>();

    @BeforeEach
    void database() throws SQLException {
        data = folder.resolve("data");
        new EmbeddedFiles(data).prepare();
        database = EmbeddedDatabase.inFolder(data);
        open.add(database);
    }

    @AfterEach
    void close() throws SQLException {
        for (EmbeddedDatabase one : open) {
            one.shutdown();
        }
    }

    @Test
    void aBackupTakenWhileOthersWriteHoldsAllThatWasAcknowledgedBeforeAndNothingWithAGap() throws Exception {
        AtomicBoolean go = new AtomicBoolean(true);
        AtomicInteger acknowledged = new AtomicInteger();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> writing = thread.submit(() -> {
                write(go, acknowledged);
                return null;
            });
            await().until(() -> acknowledged.get() > 200);
            int before = acknowledged.get();
            Outcome outcome = backup(database).to(folder.resolve("b"));
            int after = acknowledged.get();
            go.set(false);
            writing.get();

            assertThat(outcome.exit()).as(outcome.line()).isZero();
            assertThat(after).as("others wrote meanwhile").isGreaterThan(before);
            Outcome restored = restore("elsewhere", false, folder.resolve("b"));
            assertThat(restored.exit()).as(restored.line()).isZero();
            List<Long> there = numbers(folder.resolve("elsewhere"));
            assertThat(there.size()).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(after + 1);
            assertThat(there.getLast())
                    .as("the last number, so none is missing")
                    .isEqualTo(there.size());
        }
    }

    @Test
    void theFileIsForItsOwnerOnlyAndNothingElseIsLeft() throws Exception {
        backup(database).to(folder.resolve("b"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("b"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .containsExactlyInAnyOrder("data", "b");
        }
    }

    @Test
    void nobodyButItsUserLooksIntoTheDatabaseWhoeverMadeItsFolder() throws Exception {
        Path db = data.resolve("db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(db)))
                .isEqualTo("rwx------");
        backup(database).to(folder.resolve("b"));
        restore("elsewhere", false, folder.resolve("b"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                        folder.resolve("elsewhere").resolve("db"))))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(db, PosixFilePermissions.fromString("rwxr-xr-x"));
        EmbeddedDatabase.inFolder(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(db)))
                .as("one that an earlier version left open")
                .isEqualTo("rwx------");
    }

    @Test
    void whatIsWrongWithAPlaceIsSaidInWords() {
        assertThat(Refused.why(new IllegalStateException(new AccessDeniedException("/srv/b"))))
                .isEqualTo("this user has no right to /srv/b");
        assertThat(Refused.why(new NoSuchFileException("/srv/b"))).isEqualTo("there is no /srv/b");
        assertThat(Refused.why(new FileAlreadyExistsException("/srv/b"))).isEqualTo("/srv/b exists already");
        assertThat(Refused.why(new SQLException("in statement [x]", new IOException("No space left on device"))))
                .isEqualTo("No space left on device");
        assertThat(Refused.why(new SQLException("first line\nsecond"))).isEqualTo("first line");
    }

    @Test
    void whatAKilledBackupLeftGoesWithTheNextOneOnceItIsOld() throws Exception {
        Path old = Files.createDirectories(folder.resolve(".koploper-1/db"));
        Files.writeString(old.resolve("credentials"), "of a copy");
        Path young = Files.createDirectories(folder.resolve(".koploper-2"));
        Files.setLastModifiedTime(old.getParent(), FileTime.from(CLOCK.instant().minus(Duration.ofHours(25))));

        backup(database).to(folder.resolve("b"));

        assertThat(old.getParent()).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aBackupOverwritesNothing() throws Exception {
        Files.writeString(folder.resolve("b"), "precious");

        assertThatThrownBy(() -> backup(database).to(folder.resolve("b")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("overwrites nothing");
        assertThat(folder.resolve("b")).hasContent("precious");
    }

    @Test
    void anyChangedByteAndAnyMissingEndIsSeen() throws Exception {
        backup(database).to(folder.resolve("b"));
        byte[] whole = Files.readAllBytes(folder.resolve("b"));
        List<Integer> accepted = new ArrayList<>();
        for (int i = 0; i < whole.length; i += i < 200 || i > whole.length - 400 ? 1 : 97) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x20;
            if (readable(damaged)) {
                accepted.add(i);
            }
        }
        assertThat(accepted).as("changed bytes that nobody noticed").isEmpty();
        for (int length : List.of(0, 1, 63, 64, whole.length / 2, whole.length - 1)) {
            assertThat(readable(Arrays.copyOf(whole, length)))
                    .as("cut off at " + length)
                    .isFalse();
        }
        assertThat(readable(whole)).isTrue();
    }

    @Test
    void aDamagedFileRestoresNothing() throws Exception {
        backup(database).to(folder.resolve("b"));
        byte[] bytes = Files.readAllBytes(folder.resolve("b"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("b"), bytes);

        assertThatThrownBy(() -> restore("elsewhere", false, folder.resolve("b")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("damaged");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void aFileOfAnotherFormatIsRefused() throws Exception {
        Path file = again(manifest -> new Manifest(
                2,
                "9.9",
                manifest.schema(),
                manifest.takenAt(),
                manifest.counts(),
                manifest.ledger(),
                manifest.parts()));

        assertThatThrownBy(() -> restore("elsewhere", false, file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("9.9");
    }

    @Test
    void aDatabaseOfALaterVersionIsRefused() throws Exception {
        execute("""
                insert into "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                  "installed_by", "installed_on", "execution_time", "success")
                values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'x', current_timestamp, 1, true)""");
        Path file = again(manifest -> manifest);

        assertThatThrownBy(() -> restore("elsewhere", false, file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("later version");
        assertThat(folder.resolve("elsewhere").resolve("db")).doesNotExist();
    }

    @Test
    void aFileWhoseDatabaseIsNotTheOneOfItsManifestIsRefused() throws Exception {
        Path file = again(manifest -> {
            var counts = new java.util.TreeMap<>(manifest.counts());
            counts.merge("persons", 1L, Long::sum);
            return new Manifest(
                    1,
                    manifest.product(),
                    manifest.schema(),
                    manifest.takenAt(),
                    counts,
                    manifest.ledger(),
                    manifest.parts());
        });

        assertThatThrownBy(() -> restore("elsewhere", false, file))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("what its manifest says");
    }

    @Test
    void aUsedFolderIsRefusedUnlessToldAndKeptAsideThen() throws Exception {
        person(1);
        backup(database).to(folder.resolve("b"));
        person(2);
        database.shutdown();

        assertThatThrownBy(() -> restore("data", false, folder.resolve("b")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--replace");
        assertThat(numbers(data)).containsExactly(1L, 2L);
        database.shutdown();

        assertThat(restore("data", true, folder.resolve("b")).line()).contains("db-before-restore-20260305-100000");
        assertThat(numbers(data)).containsExactly(1L);
        Path aside = Files.createDirectories(folder.resolve("aside"));
        Files.move(data.resolve("db-before-restore-20260305-100000"), aside.resolve("db"));
        assertThat(numbers(aside)).containsExactly(1L, 2L);
    }

    private boolean readable(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try {
            BackupFile.read(file);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /** A file with the right checksum around a manifest that was changed. */
    private Path again(UnaryOperator<Manifest> change) throws Exception {
        Path copy = Files.createDirectories(folder.resolve("copy").resolve("db"));
        database.shutdown();
        for (Path part : Folders.files(data.resolve("db"))) {
            Files.copy(part, copy.resolve(part.getFileName()));
        }
        Path file = folder.resolve("again");
        BackupFile.write(file, copy, parts -> {
            try (Connection owner = database.asOwner()) {
                return change.apply(new Manifest(
                        Manifest.FORMAT,
                        "test",
                        "1",
                        CLOCK.instant().toString(),
                        Tables.counts(owner),
                        LedgerState.of(owner),
                        parts));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return file;
    }

    private Outcome restore(String name, boolean replace, Path file) {
        return new Restore(settings(folder.resolve(name)), CLOCK).from(file, replace);
    }

    private Backup backup(EmbeddedDatabase of) {
        return new Backup(of, settings(data), CLOCK);
    }

    private static Settings settings(Path data) {
        return Settings.read(List.of("--koploper.data=" + data));
    }

    private void write(AtomicBoolean go, AtomicInteger acknowledged) throws SQLException {
        try (Connection owner = database.asOwner();
                var insert = owner.prepareStatement(
                        "insert into persons (id, external_id, name, version) values (?, ?, ?, 0)")) {
            String filling = "x".repeat(150);
            for (int i = 1; go.get(); i++) {
                insert.setLong(1, i);
                insert.setString(2, "P" + i);
                insert.setString(3, filling);
                insert.executeUpdate();
                acknowledged.set(i);
            }
        }
    }

    private void person(int number) throws SQLException {
        execute("insert into persons (id, external_id, name, version) values (" + number + ", 'P" + number
                + "', 'N', 0)");
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Long> numbers(Path where) throws SQLException {
        EmbeddedDatabase there = EmbeddedDatabase.inFolder(where);
        open.add(there);
        List<Long> numbers = new ArrayList<>();
        try (Connection owner = there.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select id from persons order by id")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
