package org.koploper.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.koploper.storage.EmbeddedDatabase;

/**
 * Puts a backup in place of the database of a data folder. Everything is unpacked, opened and compared with the manifest
 * beside the folder's own database first; only then does it take its place, and what was there is kept aside.
 */
final class Restore {

    private final Settings settings;
    private final Clock clock;

    Restore(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Restores.
     *
     * @param replace whether a database that is there may be put aside
     * @throws Refused when the file is damaged, the folder is used, or the product runs on it
     */
    Outcome from(Path file, boolean replace) {
        long start = System.nanoTime();
        BackupFile backup = BackupFile.read(file);
        Manifest manifest = backup.manifest();
        Path data = settings.data();
        Path place = data.resolve(EmbeddedDatabase.FOLDER);
        try {
            Folders.own(data);
            boolean used = Files.exists(place);
            if (used) {
                checkMayGo(place, data, replace);
            }
            Path work = Folders.temporary(data, clock.instant());
            try {
                backup.unpack(work);
                compare(file, manifest, Copy.read(work, settings));
                String aside = used ? putAside(place) : "";
                Files.move(work.resolve(EmbeddedDatabase.FOLDER), place, StandardCopyOption.ATOMIC_MOVE);
                return outcome(file, manifest, aside, start);
            } finally {
                Folders.delete(work);
            }
        } catch (IOException | SQLException e) {
            throw new Refused("The backup " + file + " could not be restored: " + Refused.why(e) + ".", e);
        }
    }

    private static void checkMayGo(Path place, Path data, boolean replace) {
        if (!replace) {
            throw new Refused("The folder " + data
                    + " holds a database. Give an empty folder, or --replace to put that database aside.");
        }
        if (RequestDesk.productRuns(data) || opened(place, data)) {
            throw new Refused("The product runs on " + data + ": stop it first.");
        }
    }

    /** Whether another process has it open. A database that cannot be opened for another reason is why one restores. */
    private static boolean opened(Path place, Path data) {
        if (!Files.exists(place.resolve(EmbeddedDatabase.NAME + ".lck"))) {
            return false;
        }
        try {
            EmbeddedDatabase.inFolder(data).shutdown();
            return false;
        } catch (SQLException e) {
            return EmbeddedDatabase.isOpenElsewhere(e);
        }
    }

    private String putAside(Path place) throws IOException {
        String name = EmbeddedDatabase.FOLDER + "-before-restore-"
                + DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
                        .withZone(clock.getZone())
                        .format(clock.instant());
        Files.move(place, place.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
        return name;
    }

    private static void compare(Path file, Manifest manifest, Copy found) {
        if (!manifest.schema().equals(found.schema())
                || !manifest.counts().equals(found.counts())
                || !manifest.ledger().heads().equals(found.ledger().heads())
                || manifest.ledger().sound() && !found.ledger().sound()) {
            throw new Refused(file + " does not hold what its manifest says: nothing was restored.");
        }
    }

    private Outcome outcome(Path file, Manifest manifest, String aside, long start) {
        String line = "Restored " + file + " of " + manifest.takenAt() + " into " + settings.data() + ": schema "
                + manifest.schema() + ", " + manifest.rows() + " rows in "
                + manifest.counts().size() + " tables and every part as in its manifest, "
                + manifest.ledger().words() + (aside.isEmpty() ? "" : "; what was there is in " + aside) + "; "
                + Folders.seconds(start) + " s.";
        return manifest.ledger().sound() ? Outcome.done(line) : Outcome.differs(line);
    }
}
