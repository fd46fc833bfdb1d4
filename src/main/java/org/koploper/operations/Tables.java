package org.koploper.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The product's tables as the database itself describes them, so that one added tomorrow comes along by itself. */
final class Tables {

    /** Flyway's own: it differs between the databases by design. */
    private static final String HISTORY = "flyway_schema_history";

    private Tables() {}

    /** Their names in lower case. */
    static Set<String> of(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (var tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), schema(connection), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!name.equals(HISTORY)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** How many rows each table holds. */
    static SortedMap<String, Long> counts(Connection connection) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (var statement = connection.createStatement()) {
            for (String table : of(connection)) {
                try (var rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    counts.put(table, rows.getLong(1));
                }
            }
        }
        return counts;
    }

    /** Every table after those that its rows point to; its own rows do not count. */
    static List<String> inOrder(Connection connection) throws SQLException {
        Map<String, Set<String>> open = new HashMap<>();
        for (String table : of(connection)) {
            open.put(table, parents(connection, table));
        }
        List<String> ordered = new ArrayList<>();
        while (!open.isEmpty()) {
            List<String> next = open.keySet().stream()
                    .filter(table -> ordered.containsAll(open.get(table)))
                    .sorted()
                    .toList();
            if (next.isEmpty()) {
                throw new Refused("Tables point to each other in a circle: " + new TreeSet<>(open.keySet()));
            }
            ordered.addAll(next);
            next.forEach(open::remove);
        }
        return ordered;
    }

    private static Set<String> parents(Connection connection, String table) throws SQLException {
        Set<String> parents = new TreeSet<>();
        try (var keys = connection
                .getMetaData()
                .getImportedKeys(connection.getCatalog(), schema(connection), stored(connection, table))) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        parents.remove(table);
        return parents;
    }

    private static String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    private static String stored(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }
}
