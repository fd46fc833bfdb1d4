package org.koploper.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Facts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes stored values as people read them: ids as what they stand for, days and numbers of aspects in their type. What a
 * whole list names is looked up at once, with one statement per kind.
 */
final class Wording {

    private static final int MOST_PARAMETERS = 1_000;

    private final RecordKind kind;
    private final Map<String, RecordKind> kinds;
    private final JdbcClient jdbc;
    private final Map<String, Map<Long, RecordRef>> known = new HashMap<>();

    Wording(RecordKind kind, Map<String, RecordKind> kinds, JdbcClient jdbc) {
        this.kind = kind;
        this.kinds = kinds;
        this.jdbc = jdbc;
    }

    /** Looks up everything that these records name. */
    Wording of(Collection<? extends Map<String, @Nullable Object>> records) {
        Map<String, Set<Long>> ids = new HashMap<>();
        for (Map<String, @Nullable Object> record : records) {
            for (Field field : kind.fields()) {
                Object value = record.get(field.name());
                if (value == null) {
                    continue;
                }
                Aspect.Naming naming = naming(field);
                if (field.type() == Field.Type.REFERENCE && field.references() != null) {
                    ids.computeIfAbsent(field.references(), k -> new HashSet<>())
                            .add(Long.valueOf(value.toString()));
                } else if (naming != null) {
                    ids.computeIfAbsent(naming.kind(), k -> new HashSet<>()).addAll(naming.ids(value.toString()));
                }
            }
        }
        ids.forEach(this::load);
        return this;
    }

    private void load(String name, Set<Long> ids) {
        RecordKind target = kinds.get(name);
        Map<Long, RecordRef> refs = known.computeIfAbsent(name, k -> new HashMap<>());
        if (target == null) {
            return;
        }
        String label = ShelfQuery.hasName(target) ? "name" : "cast(null as varchar(1))";
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += MOST_PARAMETERS) {
            jdbc.sql("select id, external_id, " + label + " from " + target.table() + " where id in (:ids)")
                    .param("ids", all.subList(from, Math.min(all.size(), from + MOST_PARAMETERS)))
                    .query(row -> {
                        refs.put(row.getLong(1), new RecordRef(name, row.getString(2), row.getString(3)));
                    });
        }
    }

    /** The record as people see it. */
    Map<String, @Nullable Object> read(Map<String, @Nullable Object> stored) {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        kind.fields().forEach(field -> read.put(field.name(), value(field, stored.get(field.name()))));
        return read;
    }

    /** The record as {@link RecordEdits} takes it: references by external id. */
    Map<String, @Nullable Object> entered(Map<String, @Nullable Object> stored) {
        Map<String, @Nullable Object> entered = new LinkedHashMap<>();
        read(stored)
                .forEach((field, value) ->
                        entered.put(field, value instanceof RecordRef(var k, String id, var n) ? id : value));
        return entered;
    }

    /** These fields for the trail, in alphabetical order; references by external id. */
    String told(Map<String, @Nullable Object> stored, Collection<String> fields) {
        Map<String, @Nullable Object> entered = entered(stored);
        Map<String, String> told = new TreeMap<>();
        fields.forEach(field -> told.put(field, word(entered.get(field))));
        return Facts.of(told);
    }

    private static String word(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private @Nullable Object value(Field field, @Nullable Object stored) {
        if (stored == null) {
            return null;
        }
        Aspect.Naming naming = naming(field);
        if (field.type() == Field.Type.REFERENCE && field.references() != null) {
            return known.getOrDefault(field.references(), Map.of()).get(Long.valueOf(stored.toString()));
        }
        if (naming != null) {
            Map<Long, String> externalIds = new HashMap<>();
            known.getOrDefault(naming.kind(), Map.of()).forEach((id, ref) -> externalIds.put(id, ref.externalId()));
            return naming.text(stored.toString(), externalIds);
        }
        if (field.column() == null) {
            return switch (field.type()) {
                case DATE -> LocalDate.parse(stored.toString());
                case DECIMAL, RATE -> new BigDecimal(stored.toString());
                default -> stored;
            };
        }
        return stored;
    }

    private Aspect.@Nullable Naming naming(Field field) {
        return kind.aspects().stream()
                .filter(aspect -> aspect.field().equals(field.name()))
                .findFirst()
                .map(Aspect::naming)
                .orElse(null);
    }
}
