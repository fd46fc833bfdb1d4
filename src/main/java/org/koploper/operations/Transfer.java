package org.koploper.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.koploper.storage.EmbeddedDatabase;

/**
 * Moves the embedded database to PostgreSQL: migrates an empty database there, copies every table in one transaction,
 * reads back and compares, and commits only when both are equal. Broken off, it leaves no row behind; the source is only
 * read.
 */
final class Transfer {

    private final Settings settings;
    private final EmbeddedDatabase database;
    private final String url;
    private final String user;
    private final String password;

    Transfer(Settings settings, EmbeddedDatabase database, String url, String user, String password) {
        this.settings = settings;
        this.database = database;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * Transfers.
     *
     * @param compareOnly copy nothing
     * @throws Refused when the target cannot be reached or is not empty, or one of both has another schema than this version
     */
    Outcome run(boolean compareOnly) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new Refused("--to takes the address of a PostgreSQL database: jdbc:postgresql://HOST:5432/NAME.");
        }
        try {
            prepare(compareOnly);
            try (Connection source = database.asOwner();
                    Connection target = DriverManager.getConnection(url, user, password)) {
                source.setReadOnly(true);
                source.setAutoCommit(false);
                target.setAutoCommit(false);
                return compareOnly ? compare(source, target) : copy(source, target);
            }
        } catch (SQLException | IOException | FlywayException e) {
            throw new Refused("The transfer broke off, and nothing was copied: " + firstLine(e), e);
        }
    }

    /** Both on the schema of this version; only the target is brought there. */
    private void prepare(boolean compareOnly) {
        if (settings.migrations(database).info().pending().length > 0) {
            throw new Refused("The database in " + settings.data()
                    + " is not on the schema of this version: start this version on it once, then stop it.");
        }
        Flyway target = Settings.migrations(url, user, password);
        if (!compareOnly) {
            target.migrate();
        } else if (target.info().pending().length > 0) {
            throw new Refused("The target is not on the schema of this version.");
        }
    }

    private Outcome copy(Connection source, Connection target) throws SQLException, IOException {
        long start = System.nanoTime();
        checkEmpty(target);
        Rows rows = new Rows(source, target);
        List<String> tables = Tables.inOrder(target);
        // what the migrations themselves put there comes along from the source
        for (String table : tables.reversed()) {
            rows.clear(table);
        }
        List<Content> contents = new ArrayList<>();
        for (String table : tables) {
            contents.add(rows.copy(table));
        }
        Sequences.copy(source, target);
        Outcome outcome = outcome(source, target, contents, start);
        if (outcome.exit() == Outcome.DONE) {
            target.commit();
        } else {
            target.rollback();
        }
        return outcome;
    }

    private Outcome compare(Connection source, Connection target) throws SQLException {
        long start = System.nanoTime();
        Rows rows = new Rows(source, target);
        List<Content> contents = new ArrayList<>();
        for (String table : Tables.inOrder(target)) {
            contents.add(rows.ofSource(table));
        }
        return outcome(source, target, contents, start);
    }

    /** An empty database holds what the migrations alone put into one. */
    private void checkEmpty(Connection target) throws SQLException {
        EmbeddedDatabase fresh = EmbeddedDatabase.inMemory(UUID.randomUUID().toString());
        try (Connection owner = fresh.asOwner()) {
            settings.migrations(fresh).migrate();
            if (!Tables.counts(owner).equals(Tables.counts(target))) {
                throw new Refused("The target is not empty: give a database that nobody has used yet.");
            }
        } finally {
            fresh.shutdown();
        }
    }

    private Outcome outcome(Connection source, Connection target, List<Content> contents, long start)
            throws SQLException {
        Rows rows = new Rows(source, target);
        List<String> different = new ArrayList<>();
        long count = 0;
        for (Content content : contents) {
            if (!content.equals(rows.ofTarget(content.table()))) {
                different.add(content.table());
            }
            count += content.rows();
        }
        if (!Tables.of(source).equals(Tables.of(target))) {
            different.add("the tables themselves");
        }
        different.addAll(Sequences.differences(source, target));
        LedgerState here = LedgerState.of(source);
        LedgerState there = LedgerState.of(target);
        if (!here.equals(there)) {
            different.add("the ledger (" + here.words() + " here, " + there.words() + " there)");
        }
        String compared = contents.size() + " tables with " + count + " rows compared by count and checksum, "
                + here.words() + ", " + Folders.seconds(start) + " s";
        if (!different.isEmpty()) {
            return Outcome.differs("Different: " + String.join(", ", different) + "; " + compared + ".");
        }
        return here.sound()
                ? Outcome.done("Equal: " + compared + ".")
                : Outcome.differs("Equal, but the ledger is broken on both sides: " + compared + ".");
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
