package org.koploper.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.koploper.operations.LedgerState.Walk;
import org.koploper.storage.EmbeddedDatabase;

/**
 * A backup that the first version with backups made of its demo, when the newest migration was V5: it comes back whole,
 * and every migration since then goes over its data.
 */
class OlderBackupTest {

    private static final Path FILE = Path.of("src/test/resources/backups/schema-5.koploper");

    @TempDir
    Path data;

    @Test
    void aBackupOfTheOldestSchemaIsRestoredMigratedAndKeepsItsRowsAndItsLedger() throws Exception {
        Settings settings = Settings.read(List.of("--koploper.data=" + data));
        Manifest manifest = BackupFile.read(FILE).manifest();
        assertThat(manifest.schema()).isEqualTo("5");

        Outcome restored = new Restore(settings, Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC))
                .from(FILE, false);
        assertThat(restored.exit()).as(restored.line()).isZero();

        EmbeddedDatabase database = EmbeddedDatabase.inFolder(data);
        try {
            settings.migrations(database).migrate();
            try (Connection owner = database.asOwner()) {
                assertThat(settings.migrations(database).info().pending()).isEmpty();
                Map<String, Long> kept = new TreeMap<>(manifest.counts());
                // one row for each kind of work that only one node does: migrations add to them
                kept.remove("turns");
                assertThat(Tables.counts(owner)).containsAllEntriesOf(kept);
                LedgerState now = LedgerState.of(owner);
                assertThat(now.walk()).isEqualTo(Walk.INTACT);
                assertThat(now.entries()).isEqualTo(manifest.ledger().entries()).isPositive();
                assertThat(now.heads()).isEqualTo(manifest.ledger().heads());
            }
        } finally {
            database.shutdown();
        }
    }
}
