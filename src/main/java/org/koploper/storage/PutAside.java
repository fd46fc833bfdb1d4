package org.koploper.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the embedded database aside at the next start, which then begins with an empty one. Nothing in it is changed or
 * deleted: its folder gets another name. The wish is a file inside that folder, so that it goes with the database it is
 * about, wherever that goes, and never meets another one that took its place.
 *
 * @param data the data folder
 */
public record PutAside(Path data) {

    private static final Logger LOG = LoggerFactory.getLogger(PutAside.class);

    private static final String WISH = "put-aside-at-next-start";

    /** Wishes it. */
    public void ask() throws IOException {
        if (!asked()) {
            Files.createFile(wish());
        }
    }

    /** Takes the wish back, as long as nothing was done. */
    public void takeBack() throws IOException {
        Files.deleteIfExists(wish());
    }

    /** Whether it is wished. */
    public boolean asked() {
        return Files.exists(wish());
    }

    private Path wish() {
        return data.resolve(EmbeddedDatabase.FOLDER).resolve(WISH);
    }

    /**
     * Does it where it was wished; before the database is opened.
     *
     * @return the folder where it lies now; empty where nothing was to do
     * @throws IllegalStateException where another process has it open, or it cannot be moved
     */
    Optional<Path> atStart(Clock clock) {
        if (!asked()) {
            return Optional.empty();
        }
        String stamp = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss")
                .withZone(clock.getZone())
                .format(clock.instant());
        Path aside = data.resolve(EmbeddedDatabase.FOLDER + "-put-aside-" + stamp);
        try {
            // fails while another process works with it, and leaves all its files in order
            EmbeddedDatabase.inFolder(data).shutdown();
            Files.move(data.resolve(EmbeddedDatabase.FOLDER), aside, StandardCopyOption.ATOMIC_MOVE);
            // whoever wants it back gives the folder its old name
            Files.deleteIfExists(aside.resolve(WISH));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The database could not be put aside: " + e.getMessage(), e);
        }
        LOG.warn("The database was put aside, as wished: it lies in {}. Koploper starts with an empty one.", aside);
        return Optional.of(aside);
    }
}
