package org.koploper.privacy;

import java.util.List;

/**
 * One kind of thing in the file about a person.
 *
 * @param name of its file, without the ending
 * @param whom who may have it
 * @param columns columns of the database that point to a person and are answered by it, as {@code table.column}
 * @param sql the rows about {@code :person}; the name of a column is its header
 * @param order what makes their order certain
 */
record Part(String name, For whom, List<String> columns, String sql, String order) {

    /** Who may have a part in a file. */
    enum For {
        /** The person, and administration. */
        ADMINISTRATION,
        /** The person, and finance: it says what somebody earns. */
        PAY,
        /** The person alone. */
        SELF,
        /** The person, administration and finance: who it is about. */
        ALL
    }

    static Part of(String name, For whom, String columns, String order, String sql) {
        return new Part(name, whom, List.of(columns.split(" ")), sql, order);
    }
}
