package org.koploper.sales;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Batch;
import org.koploper.records.Written;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what follows from new and changed deals: their dated states, and the persons and days whose totals move. */
@Component
class DealHistory {

    private static final List<Step> STEPS = List.of(
            new Step(DealStage.ENGAGING, "engagedOn"),
            new Step(DealStage.QUOTED, "quotedOn"),
            new Step(DealStage.WON, "closedOn"),
            new Step(DealStage.LOST, "closedOn"),
            new Step(DealStage.CANCELLED, "cancelledOn"));

    private final JdbcTemplate bulk;
    private final StateTable states;
    private final Touched touched;
    private final TouchedCounts counts;
    private final ApplicationEventPublisher events;

    DealHistory(JdbcTemplate bulk, Touched touched, TouchedCounts counts, ApplicationEventPublisher events) {
        this.bulk = bulk;
        this.touched = touched;
        this.counts = counts;
        this.events = events;
        this.states = new StateTable(
                bulk,
                "deal_states",
                "deal_id",
                List.of("stage", "owner_id", "deal_value", "currency"),
                Map.of("stage", Set.of("ENGAGING", "QUOTED")));
    }

    /** A stage and the field that says since when a deal is in it. */
    private record Step(DealStage stage, String field) {}

    /** To be called in the transaction that wrote the deals; the maps are those of the kind {@code deals}. */
    void written(Batch batch, List<Written> rows) {
        List<StateTable.State> appended = new ArrayList<>();
        List<StateTable.Correction> corrected = new ArrayList<>();
        for (Written row : rows) {
            if (row.before() == null) {
                appended.addAll(arrived(row, batch));
            } else {
                corrected.addAll(corrections(row.id(), row.before(), row.after()));
                appended.addAll(moved(row, row.before(), batch));
            }
        }
        List<Long> known = rows.stream()
                .filter(row -> row.before() != null)
                .map(Written::id)
                .toList();
        counts.statesOf(batch.id(), known);
        states.write(corrected, "stage", appended, rows, batch);
        counts.statesOf(batch.id(), known);
        counts.add(batch.id(), begun(rows, batch));
        counts.orders(batch.id(), reordered(rows));
        touched.add(batch.id(), days(rows, known));
        List<DealNews> news = DealNews.of(rows);
        if (!news.isEmpty()) {
            events.publishEvent(new DealsWritten(batch.id(), news));
        }
    }

    /** For deals whose states are what they were before a batch. */
    void restored(Batch batch, Collection<Long> deals) {
        states.settle(deals);
        counts.statesOf(batch.id(), deals);
    }

    /** The history that the dates of a new deal tell. */
    private static List<StateTable.State> arrived(Written row, Batch batch) {
        DealStage stage = stage(row.after());
        List<StateTable.State> told = new ArrayList<>();
        DealStage last = null;
        for (Step step : STEPS) {
            LocalDate day = day(row.after(), step.field());
            if (day != null && passed(step.stage(), stage)) {
                told.add(state(row, step.stage(), day));
                last = step.stage();
            }
        }
        if (last != stage) {
            // without any date: so it was when we first heard of it, nobody said since when
            told.add(state(row, stage, told.isEmpty() ? null : batch.today()));
        }
        return told;
    }

    /** Whether a deal in a stage went through another one, as far as a date says so. */
    private static boolean passed(DealStage through, DealStage now) {
        return switch (through) {
            case WON -> now == DealStage.WON || now == DealStage.CANCELLED;
            case LOST, CANCELLED -> now == through;
            default -> through.compareTo(now) <= 0;
        };
    }

    private static List<StateTable.Correction> corrections(
            long deal, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        List<StateTable.Correction> corrections = new ArrayList<>();
        for (Step step : STEPS) {
            LocalDate was = day(before, step.field());
            LocalDate is = day(after, step.field());
            if (was != null
                    && is != null
                    && !was.equals(is)
                    && passed(step.stage(), stage(before))
                    && passed(step.stage(), stage(after))) {
                corrections.add(new StateTable.Correction(deal, step.stage().name(), was, is));
            }
        }
        return corrections;
    }

    /** What a change adds: the stages that were reached since, or one more state of the same stage. */
    private static List<StateTable.State> moved(Written row, Map<String, @Nullable Object> before, Batch batch) {
        DealStage stage = stage(row.after());
        if (stage == stage(before)) {
            boolean same = List.of("owner", "value", "currency").stream()
                    .allMatch(
                            field -> Checks.same(before.get(field), row.after().get(field)));
            return same ? List.of() : List.of(state(row, stage, batch.today()));
        }
        List<StateTable.State> reached = new ArrayList<>();
        DealStage last = null;
        for (Step step : STEPS) {
            LocalDate day = day(row.after(), step.field());
            if (day != null && passed(step.stage(), stage) && !passed(step.stage(), stage(before))) {
                reached.add(state(row, step.stage(), day));
                last = step.stage();
            }
        }
        if (last != stage) {
            reached.add(state(row, stage, batch.today()));
        }
        return reached;
    }

    private static StateTable.State state(Written row, DealStage stage, @Nullable LocalDate from) {
        Map<String, @Nullable Object> deal = row.after();
        return new StateTable.State(
                row.id(), from, stage.name(), deal.get("owner"), deal.get("value"), deal.get("currency"));
    }

    /** When deals were begun; of new ones also when they came to be open, without asking for their states. */
    private static Set<Touched.PersonDay> begun(List<Written> rows, Batch batch) {
        Set<Touched.PersonDay> days = new HashSet<>();
        for (Written row : rows) {
            for (Map<String, @Nullable Object> deal : versions(row)) {
                Set<Long> persons = persons(deal);
                days.addAll(SalesBatch.on(persons, deal.get("engagedOn")));
                days.addAll(SalesBatch.on(persons, deal.get("quotedOn")));
                // what is new and not closed on a day may have come to its stage today; days of closing are noted for
                // pay
                boolean today = row.before() == null && deal.get("closedOn") == null;
                days.addAll(SalesBatch.on(persons, today ? batch.today() : null));
            }
        }
        return days;
    }

    /** Of which customers the orders may come in another order, and how many of the deals of each. */
    private static Map<Long, Integer> reordered(List<Written> rows) {
        Map<Long, Integer> customers = new HashMap<>();
        for (Written row : rows) {
            Map<String, @Nullable Object> before = row.before();
            boolean same = before != null
                    && before != row.after()
                    && Stream.of("stage", "closedOn", "customer", "product")
                            .allMatch(field -> Objects.equals(
                                    before.get(field), row.after().get(field)));
            boolean won = versions(row).stream().anyMatch(deal -> stage(deal) == DealStage.WON);
            if (won && !same) {
                versions(row).stream()
                        .map(deal -> (Long) deal.get("customer"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .forEach(customer -> customers.merge(customer, 1, Integer::sum));
            }
        }
        return customers;
    }

    private static List<Map<String, @Nullable Object>> versions(Written row) {
        return row.before() == null ? List.of(row.after()) : List.of(row.before(), row.after());
    }

    private Set<Touched.PersonDay> days(List<Written> rows, List<Long> known) {
        Map<Long, Set<LocalDate>> credited = credited(known);
        Set<Touched.PersonDay> days = new HashSet<>();
        for (Written row : rows) {
            Set<LocalDate> dates = new HashSet<>(credited.getOrDefault(row.id(), Set.of()));
            Set<Long> persons = new HashSet<>();
            note(row.after(), dates, persons);
            if (row.before() != null) {
                note(row.before(), dates, persons);
            }
            persons.forEach(person -> dates.forEach(date -> days.add(new Touched.PersonDay(person, date))));
        }
        return days;
    }

    private static void note(Map<String, @Nullable Object> deal, Set<LocalDate> dates, Set<Long> persons) {
        for (String field : List.of("closedOn", "cancelledOn")) {
            LocalDate day = day(deal, field);
            if (day != null) {
                dates.add(day);
            }
        }
        persons.addAll(persons(deal));
    }

    private static Set<Long> persons(Map<String, @Nullable Object> deal) {
        Set<Long> persons = new HashSet<>(PartsOfDeal.shares(deal.get("splits")).keySet());
        persons.addAll(PartsOfDeal.shares(deal.get("overlays")).keySet());
        if (deal.get("owner") instanceof Long owner) {
            persons.add(owner);
        }
        return persons;
    }

    private Map<Long, Set<LocalDate>> credited(Collection<Long> deals) {
        Map<Long, Set<LocalDate>> days = new HashMap<>();
        for (List<Long> chunk : Chunks.of(deals)) {
            JdbcClient.create(bulk)
                    .sql("select deal_id, credited_on from credit_notes where deal_id in (:deals)")
                    .param("deals", chunk)
                    .query(row -> {
                        days.computeIfAbsent(row.getLong("deal_id"), deal -> new HashSet<>())
                                .add(row.getDate("credited_on").toLocalDate());
                    });
        }
        return days;
    }

    private static DealStage stage(Map<String, @Nullable Object> deal) {
        return DealStage.valueOf(Objects.requireNonNull(deal.get("stage")).toString());
    }

    private static @Nullable LocalDate day(Map<String, @Nullable Object> deal, String field) {
        return (LocalDate) deal.get(field);
    }
}
