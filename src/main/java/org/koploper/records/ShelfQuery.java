package org.koploper.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The SQL of a list of records of one kind: what it refers to joined by name, filters, order, and always the scope. */
final class ShelfQuery {

    private final RecordKind kind;
    private final Map<String, Object> params = new HashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Joined> joins = new LinkedHashMap<>();
    private String order = "";

    /** A kind that a field refers to, under an alias of its own. */
    record Joined(Field field, RecordKind target, String alias, String id, boolean named) {

        String label() {
            return named ? "coalesce(" + alias + ".name, " + alias + ".external_id)" : alias + ".external_id";
        }
    }

    /** @param visible the condition for what the caller may see, with its parameters */
    ShelfQuery(RecordKind kind, Map<String, RecordKind> kinds, String visible, Map<String, Object> params) {
        this.kind = kind;
        this.params.putAll(params);
        conditions.add(visible);
        Map<String, @Nullable String> aspects = new HashMap<>();
        kind.aspects().forEach(aspect -> aspects.put(aspect.field(), aspect.sql()));
        for (Field field : kind.fields()) {
            String id = field.column() != null ? "r." + field.column() : aspects.get(field.name());
            RecordKind target = field.references() == null ? null : kinds.get(field.references());
            if (field.type() == Field.Type.REFERENCE && id != null && target != null) {
                joins.put(field.name(), new Joined(field, target, "t" + joins.size(), id, hasName(target)));
            }
        }
    }

    static boolean hasName(RecordKind kind) {
        return kind.fields().stream().anyMatch(field -> "name".equals(field.column()));
    }

    /** The references that {@link #rows} reads by name, in the order of its columns. */
    List<Joined> joins() {
        return List.copyOf(joins.values());
    }

    Map<String, Object> params() {
        return params;
    }

    ShelfQuery text(String text) {
        if (!text.isBlank()) {
            params.put("text", pattern(text));
            List<String> places = new ArrayList<>(List.of("lower(r.external_id)"));
            if (hasName(kind)) {
                places.add("lower(r.name)");
            }
            joins.values().forEach(join -> {
                places.add("lower(" + join.alias() + ".external_id)");
                if (join.named()) {
                    places.add("lower(" + join.alias() + ".name)");
                }
            });
            conditions.add(places.stream()
                    .map(place -> place + " like :text escape '!'")
                    .collect(Collectors.joining(" or ", "(", ")")));
        }
        return this;
    }

    ShelfQuery filters(Map<String, Filter> filters) {
        for (Field field : kind.fields()) {
            Filter filter = filters.get(field.name());
            if (filter != null) {
                filter(field, filter, "f" + params.size());
            }
        }
        return this;
    }

    private void filter(Field field, Filter filter, String name) {
        String column = "r." + field.column();
        switch (filter) {
            case Filter.Names(String externalId)
            when joins.containsKey(field.name()) ->
                add(joins.get(field.name()).alias() + ".external_id = :" + name, name, externalId);
            case Filter.Contains(String text)
            when is(field, Field.Type.TEXT::equals) ->
                add("lower(" + column + ") like :" + name + " escape '!'", name, pattern(text));
            case Filter.OneOf(var codes)
            when is(field, type -> type == Field.Type.CODE || type == Field.Type.CURRENCY) && !codes.isEmpty() ->
                add(column + " in (:" + name + ")", name, codes);
            case Filter.Days(LocalDate from, LocalDate to)
            when is(field, Field.Type.DATE::equals) -> {
                between(column, ">=", name + "a", from);
                between(column, "<=", name + "b", to);
            }
            case Filter.Days(LocalDate from, LocalDate to)
            when is(field, Field.Type.DATE_TIME::equals) -> {
                between(column, ">=", name + "a", from == null ? null : from.atStartOfDay());
                between(column, "<", name + "b", to == null ? null : midnightAfter(to));
            }
            case Filter.Numbers(BigDecimal from, BigDecimal to)
            when is(
                    field,
                    type -> type == Field.Type.DECIMAL || type == Field.Type.RATE || type == Field.Type.INTEGER) -> {
                between(column, ">=", name + "a", from);
                between(column, "<=", name + "b", to);
            }
            default -> {
                // a filter that does not fit its field: an address may say anything
            }
        }
    }

    private static LocalDateTime midnightAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay();
    }

    private static boolean is(Field field, Predicate<Field.Type> type) {
        return field.column() != null && type.test(field.type());
    }

    private void between(String column, String comparison, String name, @Nullable Object value) {
        if (value != null) {
            add(column + " " + comparison + " :" + name, name, value);
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
    }

    ShelfQuery where(String condition, String name, Object value) {
        add(condition, name, value);
        return this;
    }

    ShelfQuery sorted(@Nullable String by, boolean descending) {
        String column = kind.fields().stream()
                .filter(field -> field.name().equals(by) && sortable(field.name()))
                .findFirst()
                .map(field -> joins.containsKey(field.name())
                        ? joins.get(field.name()).label()
                        : "r." + field.column())
                .orElse("r.external_id");
        order = " order by " + column + (descending ? " desc" : " asc") + " nulls last, r.external_id";
        return this;
    }

    /** Whether lists can be sorted by that field. */
    boolean sortable(String name) {
        return joins.containsKey(name)
                || kind.fields().stream().anyMatch(field -> field.name().equals(name) && field.column() != null);
    }

    String count() {
        return "select count(*)" + from();
    }

    /** id, version, the columns of the kind in their order, and external id and name of each of {@link #joins}. */
    String rows(int offset, int limit) {
        params.put("skip", offset);
        params.put("size", limit);
        String columns = kind.fields().stream()
                .filter(field -> field.column() != null)
                .map(field -> ", r." + field.column())
                .collect(Collectors.joining());
        String named = joins.values().stream()
                .map(join -> ", " + join.alias() + ".external_id, "
                        + (join.named() ? join.alias() + ".name" : "cast(null as varchar(1))"))
                .collect(Collectors.joining());
        return "select r.id, r.version" + columns + named + from() + order
                + " offset :skip rows fetch next :size rows only";
    }

    private String from() {
        return " from " + kind.table() + " r"
                + joins.values().stream()
                        .map(join -> " left join " + join.target().table() + " " + join.alias() + " on " + join.alias()
                                + ".id = " + join.id())
                        .collect(Collectors.joining())
                + " where " + String.join(" and ", conditions);
    }

    static String pattern(String text) {
        String escaped = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }
}
