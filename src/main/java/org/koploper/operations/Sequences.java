package org.koploper.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sequences of both databases: the next number has to be the same, or ids would be given twice. */
final class Sequences {

    private static final String SOURCE =
            "select lower(sequence_name), next_value from information_schema.sequences where sequence_schema = 'PUBLIC'";
    private static final String TARGET =
            "select sequencename, increment_by from pg_sequences where schemaname = current_schema()";

    private Sequences() {}

    static void copy(Connection source, Connection target) throws SQLException {
        try (var set = target.prepareStatement("select setval(cast(? as regclass), ?, false)")) {
            for (Map.Entry<String, Long> sequence : read(source, SOURCE).entrySet()) {
                set.setString(1, sequence.getKey());
                set.setLong(2, sequence.getValue());
                set.execute();
            }
        }
    }

    static List<String> differences(Connection source, Connection target) throws SQLException {
        SortedMap<String, Long> here = read(source, SOURCE);
        SortedMap<String, Long> there = ofTarget(target);
        List<String> different = new ArrayList<>();
        here.forEach((name, next) -> {
            if (!next.equals(there.get(name))) {
                different.add("sequence " + name);
            }
        });
        return different;
    }

    /** The view of all sequences does not show a value that was set and not yet given out; the sequence itself does. */
    private static SortedMap<String, Long> ofTarget(Connection target) throws SQLException {
        SortedMap<String, Long> next = new TreeMap<>();
        for (Map.Entry<String, Long> sequence : read(target, TARGET).entrySet()) {
            try (var statement = target.createStatement();
                    var row = statement.executeQuery("select last_value, is_called from " + sequence.getKey())) {
                row.next();
                next.put(sequence.getKey(), row.getLong(1) + (row.getBoolean(2) ? sequence.getValue() : 0));
            }
        }
        return next;
    }

    private static SortedMap<String, Long> read(Connection connection, String sql) throws SQLException {
        SortedMap<String, Long> next = new TreeMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                next.put(rows.getString(1), rows.getLong(2));
            }
        }
        return next;
    }
}
