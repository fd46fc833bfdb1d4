package org.koploper.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache of the embedded database goes by the memory of the process, whatever process the database was made by. */
class CacheSizeTest {

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aCacheFullOfDealsTakesAQuarterOfTheMemory() {
        CacheSize half = CacheSize.fitting(512 * MEGABYTE);

        assertThat(half.rows() * 1_300L).isBetween(120 * MEGABYTE, 128 * MEGABYTE);
        assertThat(half.kilobytes() * 1_024L).isBetween(60 * MEGABYTE, 64 * MEGABYTE);
        assertThat(CacheSize.fitting(Long.MAX_VALUE).rows()).isEqualTo(1_000_000);
    }

    @Test
    void aDatabaseMadeWithMoreMemoryOpensWithTheCacheThatFitsHere() throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.inFolder(folder);
        try (Connection owner = database.asOwner();
                var statement = owner.createStatement()) {
            statement.execute("create cached table things (id bigint primary key)");
            statement.execute("insert into things values (1)");
            new CacheSize(900_000, 800_000).keepIn(owner);
        }
        database.shutdown();
        assertThat(rowsAtMost(database)).isEqualTo(900_000);
        database.shutdown();

        database.openWithFittingCache();

        assertThat(rowsAtMost(database)).isEqualTo(CacheSize.here().rows());
        database.shutdown();
        assertThat(rowsAtMost(database)).isEqualTo(CacheSize.here().rows());
        database.shutdown();
    }

    /** What the open cache itself says, and not the setting. */
    private static long rowsAtMost(EmbeddedDatabase database) throws SQLException {
        try (Connection owner = database.asOwner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(
                        "select max_cache_count from information_schema.system_cacheinfo, things")) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
