package org.koploper.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.Filter.Names;
import org.koploper.records.Filter.OneOf;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordShelf;
import org.koploper.ui.list.Asked;
import org.koploper.ui.list.Filter;

/**
 * What a list of records can be narrowed to: a text, codes, what is referred to, and the days of the first date. All of it
 * stands in the address, as {@code q}, {@code stage=won,lost}, {@code owner=P-104}, {@code closedOn=2026-10-01..2026-10-31}.
 */
final class RecordFilters {

    private final Filter<String> text = Filter.text("records.search", "records.search-hint");
    private final List<Filter<?>> all = new ArrayList<>(List.of(text));
    private final Map<String, Function<Asked, Optional<org.koploper.records.Filter>>> conditions =
            new LinkedHashMap<>();

    RecordFilters(RecordKind kind, RecordShelf shelf) {
        for (Field field : kind.fields()) {
            switch (field.type()) {
                case CODE -> offer(field, codes(kind, field), codes -> stored(codes));
                case REFERENCE ->
                    offer(
                            field,
                            reference(field, shelf),
                            named -> named.map(Names::new).orElse(null));
                default -> {
                    // found by the text
                }
            }
        }
        kind.fields().stream()
                .filter(field -> field.column() != null
                        && (field.type() == Field.Type.DATE || field.type() == Field.Type.DATE_TIME))
                .findFirst()
                .ifPresent(field -> offer(
                        field,
                        Filter.days(field.name(), RecordWords.key(field)),
                        days -> new org.koploper.records.Filter.Days(days.from(), days.to())));
    }

    private <V> void offer(
            Field field, Filter<V> filter, Function<V, org.koploper.records.@Nullable Filter> condition) {
        all.add(filter);
        conditions.put(field.name(), asked -> Optional.ofNullable(condition.apply(filter.in(asked))));
    }

    private static Filter<Set<String>> codes(RecordKind kind, Field field) {
        return Filter.several(
                field.name(),
                RecordWords.key(field),
                field.codes(),
                code -> code,
                code -> RecordWords.code(kind.name(), field, code));
    }

    private static @Nullable OneOf stored(Set<String> codes) {
        return codes.isEmpty()
                ? null
                : new OneOf(codes.stream().map(FieldEditors::stored).collect(Collectors.toSet()));
    }

    private static Filter<Optional<String>> reference(Field field, RecordShelf shelf) {
        String kind = String.valueOf(field.references());
        return Filter.<RecordRef>found(
                field.name(),
                RecordWords.key(field),
                (typed, offset, limit) -> shelf.choices(kind, typed, offset, limit),
                said -> shelf.choice(kind, said).orElse(new RecordRef(kind, said, null)),
                RecordRef::externalId,
                RecordRef::label);
    }

    /** The text first, then by field. */
    List<Filter<?>> all() {
        return all;
    }

    RecordQuery query(Asked asked, int offset, int limit) {
        Map<String, org.koploper.records.Filter> filters = new LinkedHashMap<>();
        conditions.forEach(
                (field, condition) -> condition.apply(asked).ifPresent(filter -> filters.put(field, filter)));
        return new RecordQuery(text.in(asked), filters, asked.sort(), asked.descending(), offset, limit);
    }
}
