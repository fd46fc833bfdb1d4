package org.koploper.records;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one kind in its table: read and written in bulk, always with the same few statements. */
final class Rows {

    /** A row as it is there, with the values of the kind's columns by field name. */
    record Stored(long id, int version, Map<String, @Nullable Object> values) {}

    /** A row as it shall be. */
    record Wanted(long id, int version, Map<String, @Nullable Object> values) {}

    private final RecordKind kind;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final List<Field> columns;
    private final String select;

    Rows(RecordKind kind, JdbcTemplate jdbc) {
        this.kind = kind;
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.columns =
                kind.fields().stream().filter(field -> field.column() != null).toList();
        this.select =
                "select id, version, " + columns.stream().map(Field::column).collect(Collectors.joining(", "))
                        + " from " + kind.table() + " where ";
    }

    List<Field> columns() {
        return columns;
    }

    Map<String, Stored> byExternalId(Collection<String> keys) {
        Map<String, Stored> found = new HashMap<>();
        Texts.inPortions(
                keys,
                portion -> client.sql(select + "external_id in (:keys)")
                        .param("keys", portion)
                        .query((row, n) -> stored(row))
                        .list()
                        .forEach(stored ->
                                found.put(String.valueOf(stored.values().get("externalId")), stored)));
        return found;
    }

    Map<Long, Stored> byId(Collection<Long> ids) {
        Map<Long, Stored> found = new HashMap<>();
        Texts.inPortions(
                ids,
                portion -> client.sql(select + "id in (:ids)")
                        .param("ids", portion)
                        .query((row, n) -> stored(row))
                        .list()
                        .forEach(stored -> found.put(stored.id(), stored)));
        return found;
    }

    private Stored stored(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i).name(), value(row, i + 3, columns.get(i).type()));
        }
        return new Stored(row.getLong(1), row.getInt(2), values);
    }

    static @Nullable Object value(ResultSet row, int at, Field.Type type) throws SQLException {
        Object value = switch (type) {
            case TEXT, CODE, CURRENCY -> row.getString(at);
            case DECIMAL, RATE -> row.getBigDecimal(at);
            case INTEGER -> row.getInt(at);
            case REFERENCE -> row.getLong(at);
            case DATE -> row.getObject(at, LocalDate.class);
            case DATE_TIME -> row.getObject(at, LocalDateTime.class);
        };
        return row.wasNull() ? null : value;
    }

    /** Inserts; the columns named in {@code later} stay empty for {@link #update} to fill. */
    void insert(List<Wanted> rows, Collection<String> later) {
        if (rows.isEmpty()) {
            return;
        }
        String sql = "insert into " + kind.table() + " (id, version, "
                + columns.stream().map(Field::column).collect(Collectors.joining(", ")) + ") values (?, ?"
                + ", ?".repeat(columns.size()) + ")";
        jdbc.batchUpdate(sql, rows, rows.size(), (statement, row) -> {
            statement.setLong(1, row.id());
            statement.setInt(2, row.version());
            for (int i = 0; i < columns.size(); i++) {
                Field field = columns.get(i);
                set(
                        statement,
                        i + 3,
                        field,
                        later.contains(field.name()) ? null : row.values().get(field.name()));
            }
        });
    }

    /**
     * Writes all columns and counts the version on.
     *
     * @throws OptimisticLockingFailureException when somebody else changed one of them meanwhile
     */
    void update(List<Wanted> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String sql = "update " + kind.table() + " set version = version + 1"
                + columns.stream().map(field -> ", " + field.column() + " = ?").collect(Collectors.joining())
                + " where id = ? and version = ?";
        int[][] counts = jdbc.batchUpdate(sql, rows, rows.size(), (statement, row) -> {
            for (int i = 0; i < columns.size(); i++) {
                Field field = columns.get(i);
                set(statement, i + 1, field, row.values().get(field.name()));
            }
            statement.setLong(columns.size() + 1, row.id());
            statement.setInt(columns.size() + 2, row.version());
        });
        for (int[] portion : counts) {
            for (int count : portion) {
                if (count == 0) {
                    throw new OptimisticLockingFailureException(kind.name() + " changed meanwhile");
                }
            }
        }
    }

    private static void set(PreparedStatement statement, int at, Field field, @Nullable Object value)
            throws SQLException {
        int type = switch (field.type()) {
            case TEXT, CODE, CURRENCY -> Types.VARCHAR;
            case DECIMAL, RATE -> Types.NUMERIC;
            case INTEGER -> Types.INTEGER;
            case REFERENCE -> Types.BIGINT;
            case DATE -> Types.DATE;
            case DATE_TIME -> Types.TIMESTAMP;
        };
        if (value == null) {
            statement.setNull(at, type);
        } else {
            statement.setObject(at, value, type);
        }
    }

    /** Which records refer to these by that field, with what they refer to. */
    Map<Long, Long> referring(Field field, Collection<Long> ids) {
        Map<Long, Long> found = new HashMap<>();
        Texts.inPortions(
                ids,
                portion -> client.sql("select id, " + field.column() + " from " + kind.table() + " where "
                                + field.column() + " in (:ids)")
                        .param("ids", portion)
                        .query(row -> {
                            found.put(row.getLong(1), row.getLong(2));
                        }));
        return found;
    }

    /** What people call these records: their name or, where they have none, their external id. */
    Map<Long, String> labels(Collection<Long> ids) {
        boolean named = columns.stream().anyMatch(field -> "name".equals(field.column()) && field.required());
        Map<Long, String> found = new HashMap<>();
        Texts.inPortions(
                ids,
                portion -> client.sql("select id, " + (named ? "name" : "external_id") + " from " + kind.table()
                                + " where id in (:ids)")
                        .param("ids", portion)
                        .query(row -> {
                            found.put(row.getLong(1), row.getString(2));
                        }));
        return found;
    }

    /** Their external ids. */
    Map<Long, String> keys(Collection<Long> ids) {
        Map<Long, String> found = new HashMap<>();
        Texts.inPortions(
                ids,
                portion -> client.sql("select id, external_id from " + kind.table() + " where id in (:ids)")
                        .param("ids", portion)
                        .query(row -> {
                            found.put(row.getLong(1), row.getString(2));
                        }));
        return found;
    }

    /** Deletes; columns that refer to the same table are emptied first, so that the order does not matter. */
    void delete(Collection<Long> ids, Collection<String> toItself) {
        Texts.inPortions(ids, portion -> {
            for (Field field : columns) {
                if (toItself.contains(field.name())) {
                    client.sql("update " + kind.table() + " set " + field.column() + " = null where id in (:ids)")
                            .param("ids", portion)
                            .update();
                }
            }
        });
        Texts.inPortions(
                ids,
                portion -> client.sql("delete from " + kind.table() + " where id in (:ids)")
                        .param("ids", portion)
                        .update());
    }

    /** Ids by the texts that are an external id. */
    Map<String, Long> idsByExternalId(Collection<String> texts) {
        Map<String, Long> found = new HashMap<>();
        Texts.inPortions(
                texts,
                portion -> client.sql("select external_id, id from " + kind.table() + " where external_id in (:texts)")
                        .param("texts", portion)
                        .query(row -> {
                            found.put(row.getString(1), row.getLong(2));
                        }));
        return found;
    }

    /** Ids by the texts that are exactly a name; none for a kind without names. */
    Map<String, List<Long>> idsByName(Collection<String> texts) {
        Map<String, List<Long>> found = new HashMap<>();
        if (columns.stream().noneMatch(field -> "name".equals(field.column()))) {
            return found;
        }
        Texts.inPortions(
                texts,
                portion -> client.sql("select name, id from " + kind.table() + " where name in (:texts) order by id")
                        .param("texts", portion)
                        .query(row -> {
                            found.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                                    .add(row.getLong(2));
                        }));
        return found;
    }

    /** Every name with its id, or nothing when there are more than so many. */
    List<Named> names(int most) {
        List<Named> names = new ArrayList<>();
        JdbcTemplate limited = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        limited.setMaxRows(most + 1);
        limited.query("select id, name from " + kind.table(), row -> {
            names.add(new Named(row.getLong(1), row.getString(2)));
        });
        return names.size() > most ? List.of() : names;
    }

    record Named(long id, String name) {}
}
