package org.koploper.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the demo by kind of record, as a file or the API would bring them. */
final class Rows {

    private final Map<String, List<Map<String, Object>>> byKind = new LinkedHashMap<>();

    /** A new row; its other fields follow. */
    Row add(String kind, String externalId) {
        Row row = new Row(new LinkedHashMap<>());
        byKind.computeIfAbsent(kind, name -> new ArrayList<>()).add(row.values());
        return row.with("externalId", externalId);
    }

    List<Map<String, Object>> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** In the order in which the first row of each came. */
    List<String> kinds() {
        return List.copyOf(byKind.keySet());
    }

    int count() {
        return byKind.values().stream().mapToInt(List::size).sum();
    }

    record Row(Map<String, Object> values) {

        /** Sets a field; null leaves it out. */
        Row with(String field, @Nullable Object value) {
            if (value != null) {
                values.put(field, value);
            }
            return this;
        }
    }
}
