package org.koploper.operations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.SortedMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.koploper.storage.EmbeddedDatabase;

/**
 * What is found in a copy of the database by opening it: a backup that nobody could open is none.
 *
 * @param schema version of the last migration
 */
record Copy(String schema, SortedMap<String, Long> counts, LedgerState ledger) {

    /**
     * Opens, reads and closes it.
     *
     * @param folder the data folder, or one that looks like it
     * @throws Refused when it comes from a later version of the product
     */
    static Copy read(Path folder, Settings settings) throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.inFolder(folder);
        try (Connection owner = database.asOwner()) {
            Flyway migrations = settings.migrations(database);
            String schema = schema(migrations);
            SortedMap<String, Long> counts = Tables.counts(owner);
            boolean older = migrations.info().pending().length > 0;
            return new Copy(schema, counts, older ? LedgerState.unwalked(owner, counts) : LedgerState.of(owner));
        } finally {
            database.shutdown();
        }
    }

    private static String schema(Flyway flyway) {
        boolean later = Arrays.stream(flyway.info().applied())
                .anyMatch(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved()
                        && migration.getVersion() != null);
        MigrationInfo current = flyway.info().current();
        MigrationVersion version = current == null ? null : current.getVersion();
        if (version == null) {
            throw new Refused("It holds no database of this product.");
        }
        if (later) {
            throw new Refused("It comes from a later version of the product (schema " + version
                    + "): install that version and restore with it.");
        }
        return version.toString();
    }
}
