package org.koploper.operations;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * What a table holds, whatever the order of its rows: two tables with the same rows have the same content.
 *
 * @param sum the SHA-256 of every row, added up modulo 2^256
 */
record Content(String table, long rows, BigInteger sum) {

    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    static Content empty(String table) {
        return new Content(table, 0, BigInteger.ZERO);
    }

    /** With one more row, given as text that no other row has. */
    Content with(String row) {
        byte[] hash = Hashes.sha256().digest(row.getBytes(StandardCharsets.UTF_8));
        return new Content(table, rows + 1, sum.add(new BigInteger(1, hash)).mod(MODULUS));
    }
}
