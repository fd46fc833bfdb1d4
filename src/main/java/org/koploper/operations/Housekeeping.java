package org.koploper.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.koploper.operations.RequestDesk.Request;
import org.koploper.storage.EmbeddedDatabase;
import org.koploper.storage.Keeping;
import org.koploper.storage.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** What the running product does for its embedded database: backups of its own, and answers to commands. */
class Housekeeping implements Keeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private static final String NIGHTLY = "nightly-";

    private final EmbeddedDatabase database;
    private final Settings settings;
    private final Clock clock;
    private final Path folder;
    private final int keep;
    private final RequestDesk desk;

    Housekeeping(EmbeddedDatabase database, Settings settings, Clock clock, Path folder, int keep) throws IOException {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.folder = folder;
        this.keep = keep;
        this.desk = RequestDesk.open(settings.data());
    }

    @Override
    public Kept kept() {
        return Kept.newest("backups", keep, "koploper.backup.keep");
    }

    /** Every night, and then as many files as are to be kept stay: the newest. */
    @Scheduled(cron = "${koploper.backup.nightly}")
    void nightly() {
        try {
            LOG.info("{}", backup(NIGHTLY).line());
            removeOld();
        } catch (Refused | IOException e) {
            LOG.error("The nightly backup failed", e);
        }
    }

    /** Before the schema of a database that is in use changes. */
    void beforeMigration(String from) {
        try {
            LOG.info("{}", backup("before-leaving-schema-" + from + "-").line());
        } catch (IOException e) {
            throw new Refused("There is no place for the backup before the migration: " + e.getMessage(), e);
        }
    }

    /** Before the database is put aside; answers the file. */
    Path beforePuttingAside() throws IOException {
        Path file = file("before-putting-aside-");
        LOG.info("{}", new Backup(database, settings, clock).to(file).line());
        return file;
    }

    @Scheduled(fixedDelay = 500)
    void serve() throws IOException {
        desk.serve(this::answer);
    }

    void close() throws IOException {
        desk.close();
    }

    private Outcome answer(Request request) {
        return switch (request.what()) {
            case BACKUP ->
                request.file() == null
                        ? Outcome.refused("No file was named.")
                        : new Backup(database, settings, clock).to(Path.of(request.file()));
            case VERIFY_LEDGER -> verify();
        };
    }

    private Outcome verify() {
        try {
            return LedgerCommands.verify(database.asOwner());
        } catch (SQLException e) {
            throw new Refused("The database cannot be read: " + Refused.why(e) + ".", e);
        }
    }

    private Outcome backup(String kind) throws IOException {
        return new Backup(database, settings, clock).to(file(kind));
    }

    private Path file(String kind) throws IOException {
        Folders.own(folder);
        String name = kind
                + DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
                        .withZone(clock.getZone())
                        .format(clock.instant());
        return folder.resolve(name + BackupFile.EXTENSION).toAbsolutePath().normalize();
    }

    private void removeOld() throws IOException {
        List<Path> old = Folders.files(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith(NIGHTLY)
                        && file.toString().endsWith(BackupFile.EXTENSION))
                .sorted(Comparator.reverseOrder())
                .skip(keep)
                .toList();
        for (Path file : old) {
            Files.delete(file);
        }
    }
}
