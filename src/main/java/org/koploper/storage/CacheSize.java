package org.koploper.storage;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How much of the embedded database is kept in memory: a quarter of what the process may have. HSQLDB counts rows, and the
 * bytes they take on disk. In memory they take more: a deal, which is in eleven indexes, some 1,300 bytes and four times
 * what it takes on disk; a long text not more than there. So the rows are counted as deals, and the bytes limit the texts.
 *
 * @param rows at most
 * @param kilobytes on disk, at most
 */
record CacheSize(int rows, int kilobytes) {

    private static final int SHARE = 4;
    private static final int ROW = 1_300;
    private static final int TEXT = 2;
    private static final int KILOBYTE = 1_024;

    /** More is not worth its tables, which are made for all of them at once. */
    private static final int MOST = 1_000_000;

    /** What fits a process with that many bytes of memory at most. */
    static CacheSize fitting(long memory) {
        int rows = (int) Math.min(MOST, memory / SHARE / ROW);
        return new CacheSize(rows, (int) ((long) rows * ROW / TEXT / KILOBYTE));
    }

    /** What fits this process. */
    static CacheSize here() {
        return fitting(Runtime.getRuntime().maxMemory());
    }

    /** What a database goes by, or will when it is opened again. */
    static CacheSize of(Connection owner) throws SQLException {
        return new CacheSize(property(owner, "hsqldb.cache_rows"), property(owner, "hsqldb.cache_size"));
    }

    private static int property(Connection owner, String name) throws SQLException {
        try (var statement = owner.prepareStatement(
                "select property_value from information_schema.system_properties where property_name = ?")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }

    /** Has the database go by it from the next time on that it is opened. */
    void keepIn(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("set files cache rows " + rows);
            statement.execute("set files cache size " + kilobytes);
        }
    }

    /** For the address of a database that is made with it. */
    String asProperties() {
        return ";hsqldb.cache_rows=" + rows + ";hsqldb.cache_size=" + kilobytes;
    }
}
