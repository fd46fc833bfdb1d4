package org.koploper.operations;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.koploper.ledger.ChainWalk;
import org.koploper.ledger.Verification;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the ledger of a database holds, in the few figures that two databases are compared by.
 *
 * @param heads SHA-256 of the last number and hash of every chain; as each hash covers all before it, this covers the
 *     whole ledger
 */
record LedgerState(long chains, long entries, Walk walk, String heads) {

    /** The first backups of all do not say whether it was walked. */
    LedgerState(long chains, long entries, @Nullable Walk walk, String heads) {
        this.chains = chains;
        this.entries = entries;
        this.walk = walk == null ? Walk.NOT_WALKED : walk;
        this.heads = heads;
    }

    /** What came out of walking every chain from its first entry to its head. */
    enum Walk {
        INTACT,
        BROKEN,
        /** The chains are as they were written, but a closed month does not come to the totals it was closed with. */
        OTHER_TOTALS,
        /** On an older schema the entries may lie in another form than the one this version reads. */
        NOT_WALKED
    }

    /** As of one moment, also while others write; begins a transaction where none runs. */
    static LedgerState ofLive(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return of(connection);
    }

    /** Of a database on the schema of this version that nobody else writes to. */
    static LedgerState of(Connection connection) throws SQLException {
        Verification found = ChainWalk.through(new SingleConnectionDataSource(connection, true))
                .verify();
        return new LedgerState(found.chains(), found.entries(), walk(found), heads(connection));
    }

    private static Walk walk(Verification found) {
        if (found.intact()) {
            return Walk.INTACT;
        }
        return found.broken() == null ? Walk.OTHER_TOTALS : Walk.BROKEN;
    }

    /** Of a database on an older schema, perhaps from before there was a ledger. */
    static LedgerState unwalked(Connection connection, SortedMap<String, Long> counts) throws SQLException {
        boolean any = counts.containsKey("ledger_chains");
        return new LedgerState(
                counts.getOrDefault("ledger_chains", 0L),
                counts.getOrDefault("ledger_entries", 0L),
                Walk.NOT_WALKED,
                any
                        ? heads(connection)
                        : HexFormat.of().formatHex(Hashes.sha256().digest()));
    }

    private static String heads(Connection connection) throws SQLException {
        var hash = Hashes.sha256();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select person_id, last_seq, last_hash from ledger_chains order by person_id")) {
            while (rows.next()) {
                hash.update((rows.getLong(1) + " " + rows.getLong(2) + " " + rows.getString(3) + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** Whether nothing speaks against it. */
    boolean sound() {
        return walk != Walk.BROKEN && walk != Walk.OTHER_TOTALS;
    }

    /** As it stands in the line that a command prints. */
    String words() {
        String said = switch (walk) {
            case INTACT -> "ledger intact";
            case BROKEN -> "ledger BROKEN";
            case OTHER_TOTALS -> "ledger with OTHER TOTALS than a month was closed with";
            case NOT_WALKED -> "ledger on an older schema and not walked";
        };
        return said + " (" + entries + " entries in " + chains + " chains, " + heads.substring(0, 16) + ")";
    }
}
