package org.koploper.operations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The rows of both databases, read as the same text on either side, streamed and never all in memory. */
final class Rows {

    private static final int FETCH = 1_000;

    private final Connection source;
    private final Connection target;

    Rows(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /** Tables that nobody may delete from are empty in a new database; to ask would be refused all the same. */
    void clear(String table) throws SQLException {
        try (Statement statement = target.createStatement()) {
            boolean any;
            try (ResultSet row = statement.executeQuery("select exists (select 1 from " + table + ")")) {
                any = row.next() && row.getBoolean(1);
            }
            if (any) {
                statement.execute("delete from " + table);
            }
        }
    }

    /**
     * Copies a table in one statement of PostgreSQL, so that rows may point to others of the same table in any order.
     *
     * @return what was read from the source
     */
    Content copy(String table) throws SQLException, IOException {
        List<Column> columns = columns(table);
        CopyIn in = target.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + names(columns) + ") from stdin (format csv)");
        try {
            Content content = read(source, table, columns, values -> {
                byte[] line = Values.csv(values);
                in.writeToCopy(line, 0, line.length);
            });
            in.endCopy();
            return content;
        } finally {
            if (in.isActive()) {
                in.cancelCopy();
            }
        }
    }

    Content ofSource(String table) throws SQLException {
        return read(source, table, columns(table), values -> {});
    }

    Content ofTarget(String table) throws SQLException {
        return read(target, table, columns(table), values -> {});
    }

    private static Content read(Connection connection, String table, List<Column> columns, Taker taker)
            throws SQLException {
        Content content = Content.empty(table);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery("select " + names(columns) + " from " + table)) {
                List<@Nullable String> values = new ArrayList<>();
                while (rows.next()) {
                    values.clear();
                    for (int i = 0; i < columns.size(); i++) {
                        values.add(Values.read(rows, i + 1, columns.get(i).type()));
                    }
                    taker.take(values);
                    content = content.with(text(values));
                }
            }
        }
        return content;
    }

    private static String text(List<@Nullable String> values) {
        StringBuilder text = new StringBuilder();
        for (String value : values) {
            // with its length, so that no two rows read the same
            text.append(value == null ? "-" : value.length() + ":" + value).append(' ');
        }
        return text.toString();
    }

    /** The columns of the target, which says how both are read. */
    private List<Column> columns(String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (var found = target.getMetaData().getColumns(target.getCatalog(), target.getSchema(), table, "%")) {
            while (found.next()) {
                columns.add(new Column(found.getString("COLUMN_NAME"), found.getString("TYPE_NAME")));
            }
        }
        return columns;
    }

    private static String names(List<Column> columns) {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }

    private record Column(String name, String type) {}

    /** Takes the values of one row. */
    private interface Taker {
        void take(List<@Nullable String> values) throws SQLException;
    }
}
