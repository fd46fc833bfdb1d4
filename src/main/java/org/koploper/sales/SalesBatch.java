package org.koploper.sales;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.people.HouseCurrency;
import org.koploper.people.Organisation;
import org.koploper.records.Batch;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.Written;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What the kinds of sales records have in common when they arrive: the currency, touched days, one event at the end. */
@Component
class SalesBatch {

    private final HouseCurrency house;
    private final Organisation organisation;
    private final Touched touched;
    private final ApplicationEventPublisher events;

    SalesBatch(HouseCurrency house, Organisation organisation, Touched touched, ApplicationEventPublisher events) {
        this.house = house;
        this.organisation = organisation;
        this.touched = touched;
        this.events = events;
    }

    /** The field {@code currency}, with the organisation's as the fallback once there is one; see {@link #needCurrency}. */
    Fields withCurrency(Field... others) {
        return new Fields(house, List.of(others));
    }

    /** Reports a record that would be without a currency. */
    void needCurrency(Incoming row, Problems problems) {
        if (row.will("currency") == null) {
            problems.error("currency", "missing-currency");
        }
    }

    /** The first money that arrives decides the currency of the organisation. */
    void adoptCurrency(List<Written> rows) {
        if (house.code() == null) {
            rows.stream()
                    .map(row -> row.after().get("currency"))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(code -> Caller.asSystem(() -> organisation.useCurrency(code.toString())));
        }
    }

    /** Notes, for old and new values of each row, what they touch. */
    void touch(
            Batch batch,
            List<Written> rows,
            Function<Map<String, @Nullable Object>, Collection<Touched.PersonDay>> of) {
        Set<Touched.PersonDay> days = new HashSet<>();
        for (Written row : rows) {
            days.addAll(of.apply(row.after()));
            if (row.before() != null) {
                days.addAll(of.apply(row.before()));
            }
        }
        touched.add(batch.id(), days);
    }

    /** The ids that a reference has before or after. */
    static List<Long> ids(List<Written> rows, String field) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.after(), row.before() == null ? row.after() : row.before()))
                .map(values -> values.get(field))
                .filter(Objects::nonNull)
                .map(id -> (Long) id)
                .distinct()
                .toList();
    }

    /** These persons on that day; nothing where either is missing. */
    static List<Touched.PersonDay> on(@Nullable Collection<Long> persons, @Nullable Object day) {
        if (persons == null || !(day instanceof LocalDate date)) {
            return List.of();
        }
        return persons.stream()
                .map(person -> new Touched.PersonDay(person, date))
                .toList();
    }

    void finished(Batch batch) {
        events.publishEvent(new SalesChanged(batch.id()));
    }

    /** Once for a batch of lines, products or customers. */
    void goodsChanged(Batch batch) {
        events.publishEvent(new GoodsChanged(batch.id()));
    }

    /** Fields of a kind with money: the same list until the organisation's currency changes. */
    static final class Fields {
        private final HouseCurrency house;
        private final List<Field> others;
        private volatile @Nullable Known known;

        private Fields(HouseCurrency house, List<Field> others) {
            this.house = house;
            this.others = others;
        }

        List<Field> get() {
            String code = house.code();
            Known now = known;
            if (now == null || !Objects.equals(code, now.code())) {
                now = new Known(
                        code,
                        others.stream()
                                .map(field ->
                                        field.name().equals("currency") && code != null ? field.orElse(code) : field)
                                .toList());
                known = now;
            }
            return now.fields();
        }

        private record Known(@Nullable String code, List<Field> fields) {}
    }

    /** The field that {@link Fields} gives its fallback. */
    static Field currency() {
        return Field.of("currency", Field.Type.CURRENCY, "currency", "EUR");
    }
}
