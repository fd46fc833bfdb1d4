package org.koploper.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import javax.sql.DataSource;

/** The columns of the product's tables, as the database itself describes them. */
final class Columns {

    private static final Set<Integer> TEXTS =
            Set.of(Types.VARCHAR, Types.CHAR, Types.LONGVARCHAR, Types.CLOB, Types.NVARCHAR, Types.LONGNVARCHAR);

    private Columns() {}

    /** As {@code table.column}, in lower case. */
    static Set<String> pointingToPersons(DataSource database) throws SQLException {
        Set<String> found = new TreeSet<>(
                all(database, (name, type) -> type == Types.BIGINT && name.matches("(person|actor|owner)_id")));
        try (Connection connection = database.getConnection()) {
            for (String target : List.of("persons", "accounts")) {
                String stored = connection.getMetaData().storesUpperCaseIdentifiers()
                        ? target.toUpperCase(Locale.ROOT)
                        : target;
                try (var keys = connection
                        .getMetaData()
                        .getExportedKeys(connection.getCatalog(), connection.getSchema(), stored)) {
                    while (keys.next()) {
                        found.add((keys.getString("FKTABLE_NAME") + "." + keys.getString("FKCOLUMN_NAME"))
                                .toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return found;
    }

    /** Those that hold texts, of the tables in which something can be changed. */
    static List<String> withTexts(DataSource database) throws SQLException {
        return all(database, (name, type) -> TEXTS.contains(type)).stream()
                .filter(column -> !column.startsWith("ledger_entries.")
                        && !column.startsWith("audit_records.")
                        && !column.startsWith("flyway_"))
                .toList();
    }

    private static List<String> all(DataSource database, BiPredicate<String, Integer> wanted) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                try (var columns = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
                    while (columns.next()) {
                        String column = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                        if (wanted.test(column, columns.getInt("DATA_TYPE"))) {
                            found.add(table.toLowerCase(Locale.ROOT) + "." + column);
                        }
                    }
                }
            }
        }
        return found;
    }
}
