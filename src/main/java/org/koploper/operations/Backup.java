package org.koploper.operations;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.koploper.storage.EmbeddedDatabase;

/**
 * Writes a backup of the embedded database while everybody goes on working: HSQLDB copies its files as of one moment,
 * the copy is opened and counted, and database, credentials and manifest become one file. It is written under another
 * name first, so that a file with the name of a backup is a whole one; what is there already is never overwritten.
 */
final class Backup {

    /** Two at a time would be refused by the database. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final EmbeddedDatabase database;
    private final Settings settings;
    private final Clock clock;

    Backup(EmbeddedDatabase database, Settings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes the backup.
     *
     * @param target must not exist; its folder must
     * @throws Refused when it cannot be written there
     */
    Outcome to(Path target) {
        Path file = target.toAbsolutePath().normalize();
        if (database.inMemory()) {
            throw new Refused("The database lives in memory only: there is nothing to back up.");
        }
        if (Files.exists(file)) {
            throw new Refused(file + " exists already, and a backup overwrites nothing.");
        }
        Path folder = Objects.requireNonNull(file.getParent());
        if (!Files.isDirectory(folder)) {
            throw new Refused("There is no folder " + folder + ".");
        }
        ONE_AT_A_TIME.lock();
        try {
            return write(file, folder);
        } catch (IOException | SQLException e) {
            throw new Refused("The backup " + file + " could not be made: " + Refused.why(e) + ".", e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private Outcome write(Path file, Path folder) throws IOException, SQLException {
        long start = System.nanoTime();
        Path work = Folders.temporary(folder, clock.instant());
        try {
            Path copy = Files.createDirectories(work.resolve(EmbeddedDatabase.FOLDER));
            String takenAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            copyDatabase(copy);
            Copy content = read(work, copy);
            Path whole = work.resolve("whole");
            Manifest manifest = BackupFile.write(
                    whole,
                    copy,
                    parts -> new Manifest(
                            Manifest.FORMAT,
                            Version.PRODUCT,
                            content.schema(),
                            takenAt,
                            content.counts(),
                            content.ledger(),
                            parts));
            // a link, not a move: a move would overwrite what somebody else put there meanwhile
            publish(whole, file);
            return outcome(file, manifest, start);
        } finally {
            Folders.delete(work);
        }
    }

    private static void publish(Path whole, Path file) throws IOException {
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // sticks and many shares know no links; without a word about replacing, this overwrites nothing either
            Files.move(whole, file);
        }
    }

    private void copyDatabase(Path to) throws IOException, SQLException {
        try (Connection owner = database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("backup database to '" + to.toString().replace("'", "''") + "/' not blocking as files");
        }
        database.saveCredentials(to.resolve(EmbeddedDatabase.CREDENTIALS));
    }

    /** From a second copy, since opening replays its log and writes: what is kept is what the database handed over. */
    private Copy read(Path work, Path copy) throws IOException, SQLException {
        Path trial = Files.createDirectories(work.resolve("trial").resolve(EmbeddedDatabase.FOLDER));
        for (Path part : Folders.files(copy)) {
            Files.copy(part, trial.resolve(part.getFileName()));
        }
        Copy content = Copy.read(work.resolve("trial"), settings);
        Folders.delete(work.resolve("trial"));
        return content;
    }

    private static Outcome outcome(Path file, Manifest manifest, long start) throws IOException {
        String line = "Backup " + file + ": schema " + manifest.schema() + ", " + manifest.rows() + " rows in "
                + manifest.counts().size() + " tables, " + manifest.ledger().words() + ", "
                + Files.size(file) / 1_000 + " kB in " + Folders.seconds(start) + " s.";
        return manifest.ledger().sound() ? Outcome.done(line) : Outcome.differs(line);
    }
}
