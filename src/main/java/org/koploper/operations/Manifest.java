package org.koploper.operations;

import java.util.SortedMap;

/**
 * What a backup file says about itself.
 *
 * @param format of the file
 * @param product version of the product that made it
 * @param schema version of the last migration in it
 * @param takenAt when, in UTC
 * @param counts rows per table
 * @param ledger the state of the ledger in it
 * @param parts SHA-256 of every part
 */
record Manifest(
        int format,
        String product,
        String schema,
        String takenAt,
        SortedMap<String, Long> counts,
        LedgerState ledger,
        SortedMap<String, String> parts) {

    static final int FORMAT = 1;

    long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
