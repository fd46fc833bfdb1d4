package org.koploper.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.koploper.ledger.ChainWalk;
import org.koploper.ledger.Verification;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What a walk through the ledger of a database found, in the few figures that two databases are compared by.
 *
 * @param heads SHA-256 of the last number and hash of every chain; as each hash covers all before it, this covers the
 *     whole ledger
 */
record LedgerState(long chains, long entries, boolean intact, String heads) {

    /** As of one moment, also while others write; begins a transaction where none runs. */
    static LedgerState ofLive(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return of(connection);
    }

    /** Of a database that nobody else writes to. */
    static LedgerState of(Connection connection) throws SQLException {
        Verification found = ChainWalk.through(new SingleConnectionDataSource(connection, true))
                .verify();
        var hash = Hashes.sha256();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select person_id, last_seq, last_hash from ledger_chains order by person_id")) {
            while (rows.next()) {
                hash.update((rows.getLong(1) + " " + rows.getLong(2) + " " + rows.getString(3) + "\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return new LedgerState(
                found.chains(), found.entries(), found.intact(), HexFormat.of().formatHex(hash.digest()));
    }

    /** As it stands in the line that a command prints. */
    String words() {
        return "ledger " + (intact ? "intact" : "BROKEN") + " (" + entries + " entries in " + chains + " chains, "
                + heads.substring(0, 16) + ")";
    }
}
