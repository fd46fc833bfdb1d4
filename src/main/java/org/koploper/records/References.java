package org.koploper.records;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What refers to records that would go, found by the foreign keys of the database, so that none can be forgotten. */
final class References {

    private final Map<String, RecordKind> kinds;
    private final JdbcTemplate jdbc;
    /** By table: first and last of unbroken rows of numbers, since a million single ones would take too much room. */
    private final Map<String, TreeMap<Long, Long>> touched = new HashMap<>();

    private final Map<String, List<Column>> columns = new HashMap<>();

    References(Map<String, RecordKind> kinds, JdbcTemplate jdbc) {
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    /**
     * A column that refers to a table.
     *
     * @param kind whose record the row is or belongs to; null where it is none
     * @param owner column with the id of that record
     */
    private record Column(
            String table, String name, @Nullable RecordKind kind, String owner) {}

    /** Why a record cannot go. */
    record Reason(String code, List<String> args) {

        Obstacle named(String kind, String key) {
            return new Obstacle(kind, key, code, args);
        }
    }

    /** The batch touched these records, so they go back as well. */
    void touched(String kind, long first, long last) {
        touched.computeIfAbsent(table(kind), k -> new TreeMap<>()).put(first, last);
    }

    private boolean isTouched(RecordKind kind, long id) {
        Map.Entry<Long, Long> run =
                touched.getOrDefault(kind.table(), new TreeMap<>()).floorEntry(id);
        return run != null && id <= run.getValue();
    }

    private String table(String kind) {
        RecordKind found = kinds.get(kind);
        return found == null ? kind : found.table();
    }

    /**
     * The first thing that refers to each of these records and does not go back itself.
     *
     * @param blocked by kind, what was touched and stays nevertheless
     */
    Map<Long, Reason> to(RecordKind kind, Collection<Long> ids, Map<String, Set<Long>> blocked) {
        Map<Long, Reason> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        for (Column column : columns.computeIfAbsent(kind.table(), this::columns)) {
            RecordKind owner = column.kind();
            Set<Long> staying = owner == null ? Set.of() : blocked.getOrDefault(owner.name(), Set.of());
            Map<Long, Long> referring = new HashMap<>();
            Texts.inPortions(
                    ids,
                    portion -> JdbcClient.create(jdbc)
                            .sql("select " + column.name() + ", " + column.owner() + " from " + column.table()
                                    + " where " + column.name() + " in (:ids)")
                            .param("ids", portion)
                            .query(row -> {
                                long by = row.getLong(2);
                                if (owner == null || !isTouched(owner, by) || staying.contains(by)) {
                                    referring.putIfAbsent(row.getLong(1), by);
                                }
                            }));
            if (!referring.isEmpty()) {
                name(owner, referring).forEach(found::putIfAbsent);
            }
        }
        return found;
    }

    private Map<Long, Reason> name(@Nullable RecordKind owner, Map<Long, Long> referring) {
        Map<Long, Reason> reasons = new HashMap<>();
        Map<Long, String> keys =
                owner == null ? Map.of() : new Rows(owner, jdbc).keys(new HashSet<>(referring.values()));
        referring.forEach((id, by) -> reasons.put(
                id,
                owner == null
                        ? new Reason("needed-elsewhere", List.of())
                        : new Reason("needed-by", List.of(owner.name(), keys.getOrDefault(by, String.valueOf(by))))));
        return reasons;
    }

    private List<Column> columns(String table) {
        Map<String, RecordKind> byTable = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        Set<String> derived = new HashSet<>();
        for (RecordKind kind : kinds.values()) {
            byTable.putIfAbsent(kind.table(), kind);
            owners.put(kind.table(), "id");
            for (Beside beside : kind.besides()) {
                byTable.put(beside.table(), kind);
                owners.put(beside.table(), beside.owner());
                if (beside.derived()) {
                    derived.add(beside.table());
                }
            }
        }
        Set<String> own = new HashSet<>();
        RecordKind referred = byTable.get(table);
        if (referred != null) {
            referred.besides().forEach(beside -> own.add(beside.table() + "." + beside.owner()));
        }
        List<Column> columns = new ArrayList<>();
        for (String[] key : foreignKeys(table)) {
            // what goes together with the record itself, or follows from other rows, stands in nobody's way
            if (!own.contains(key[0] + "." + key[1]) && !derived.contains(key[0])) {
                columns.add(new Column(key[0], key[1], byTable.get(key[0]), owners.getOrDefault(key[0], key[1])));
            }
        }
        return columns;
    }

    /** Table and column of every foreign key that refers to that table. */
    private List<String[]> foreignKeys(String table) {
        List<String[]> keys = jdbc.execute((ConnectionCallback<List<String[]>>) connection -> read(connection, table));
        return keys == null ? List.of() : keys;
    }

    private static List<String[]> read(Connection connection, String table) throws java.sql.SQLException {
        DatabaseMetaData data = connection.getMetaData();
        String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        List<String[]> keys = new ArrayList<>();
        try (ResultSet found = data.getExportedKeys(connection.getCatalog(), connection.getSchema(), name)) {
            while (found.next()) {
                keys.add(new String[] {
                    found.getString("FKTABLE_NAME").toLowerCase(Locale.ROOT),
                    found.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT)
                });
            }
        }
        return keys;
    }
}
