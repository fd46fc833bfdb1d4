package org.koploper.records;

/**
 * Rows of another table that belong to the records of a kind and come and go with them: shares and dated states of a deal.
 * When a batch is taken back, they become exactly what they were.
 *
 * @param table its name; every row is told from the others by its columns
 * @param owner column with the id of the record
 * @param derived whether the kind makes them from the others, see {@link RecordKind#restored}; then they are not kept
 */
public record Beside(String table, String owner, boolean derived) {

    /** Rows that are kept. */
    public static Beside of(String table, String owner) {
        return new Beside(table, owner, false);
    }

    /** Rows that are made again. */
    public static Beside derived(String table, String owner) {
        return new Beside(table, owner, true);
    }
}
