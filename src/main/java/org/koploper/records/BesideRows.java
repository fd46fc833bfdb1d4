package org.koploper.records;

import java.math.BigDecimal;
import java.sql.ResultSetMetaData;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a table beside a kind, whatever its columns are, as texts. */
final class BesideRows {

    private final Beside beside;
    private final JdbcTemplate jdbc;

    BesideRows(Beside beside, JdbcTemplate jdbc) {
        this.beside = beside;
        this.jdbc = jdbc;
    }

    /** By id of the record they belong to. */
    Map<Long, List<Map<String, @Nullable String>>> of(Collection<Long> ids) {
        Map<Long, List<Map<String, @Nullable String>>> found = new HashMap<>();
        Texts.inPortions(
                ids,
                portion -> JdbcClient.create(jdbc)
                        .sql("select * from " + beside.table() + " where " + beside.owner() + " in (:ids)")
                        .param("ids", portion)
                        .query(row -> {
                            Map<String, @Nullable String> values = new LinkedHashMap<>();
                            ResultSetMetaData columns = row.getMetaData();
                            for (int i = 1; i <= columns.getColumnCount(); i++) {
                                Object value = value(columns.getColumnType(i), i, row);
                                values.put(
                                        columns.getColumnName(i).toLowerCase(Locale.ROOT),
                                        value == null ? null : value.toString());
                            }
                            found.computeIfAbsent(row.getLong(beside.owner()), id -> new ArrayList<>())
                                    .add(values);
                        }));
        return found;
    }

    private static @Nullable Object value(int type, int at, java.sql.ResultSet row) throws java.sql.SQLException {
        return switch (type) {
            case Types.DATE -> row.getObject(at, LocalDate.class);
            case Types.TIMESTAMP -> row.getObject(at, LocalDateTime.class);
            case Types.NUMERIC, Types.DECIMAL -> {
                BigDecimal number = row.getBigDecimal(at);
                yield number == null ? null : number.toPlainString();
            }
            default -> row.getString(at);
        };
    }

    /** Makes them what they were: those of all these records go, and these come. */
    void replace(Collection<Long> ids, List<Map<String, @Nullable String>> rows) {
        Texts.inPortions(
                ids,
                portion -> JdbcClient.create(jdbc)
                        .sql("delete from " + beside.table() + " where " + beside.owner() + " in (:ids)")
                        .param("ids", portion)
                        .update());
        if (rows.isEmpty()) {
            return;
        }
        Map<String, Integer> types = types();
        List<String> columns = List.copyOf(types.keySet());
        jdbc.batchUpdate(
                "insert into " + beside.table() + " (" + String.join(", ", columns) + ") values (?"
                        + ", ?".repeat(columns.size() - 1) + ")",
                rows,
                rows.size(),
                (statement, row) -> {
                    for (int i = 0; i < columns.size(); i++) {
                        int type = types.getOrDefault(columns.get(i), Types.VARCHAR);
                        statement.setObject(i + 1, typed(type, row.get(columns.get(i))), type);
                    }
                });
    }

    private Map<String, Integer> types() {
        Map<String, Integer> types = new LinkedHashMap<>();
        jdbc.query("select * from " + beside.table() + " where 1 = 0", result -> {
            ResultSetMetaData columns = result.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                types.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), columns.getColumnType(i));
            }
            return types;
        });
        return types;
    }

    private static @Nullable Object typed(int type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (type) {
            case Types.DATE -> LocalDate.parse(text);
            case Types.TIMESTAMP -> LocalDateTime.parse(text);
            case Types.NUMERIC, Types.DECIMAL -> new BigDecimal(text);
            case Types.BIGINT -> Long.valueOf(text);
            case Types.INTEGER, Types.SMALLINT -> Integer.valueOf(text);
            case Types.BOOLEAN, Types.BIT -> Boolean.valueOf(text);
            default -> text;
        };
    }
}
