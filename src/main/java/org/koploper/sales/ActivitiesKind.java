package org.koploper.sales;

import static org.koploper.records.Field.Type.DATE_TIME;
import static org.koploper.records.Field.Type.INTEGER;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.koploper.records.Written;
import org.springframework.stereotype.Component;

/** Calls, meetings and other contacts, one by one. */
@Component
class ActivitiesKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of("activity", Audiences.ofSeller("person_id"));

    private static final List<String> KINDS =
            List.of("call", "email", "meeting", "visit", "demo", "event", "social", "other");

    private static final List<String> OUTCOMES = List.of("planned", "held", "no-show", "cancelled");

    private static final List<Field> FIELDS = List.of(
            Field.key("ACT-5120"),
            Field.reference("person", "person_id", "people", "P-104").needed(),
            Field.code("kind", "kind", KINDS, "call").needed(),
            Field.code("outcome", "outcome", OUTCOMES, "held").needed().orElse("HELD"),
            Field.of("happenedAt", DATE_TIME, "happened_at", "2026-09-14T10:30").needed(),
            Field.of("minutes", INTEGER, "minutes", "20"),
            Field.reference("customer", "customer_id", "customers", "C-18"),
            Field.reference("lead", "lead_id", "leads", "L-77"),
            Field.reference("quote", "quote_id", "quotes", "Q-512"));

    private final SalesBatch sales;

    ActivitiesKind(SalesBatch sales) {
        this.sales = sales;
    }

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public String table() {
        return "activities";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public ByHand byHand() {
        return BY_HAND;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        Checks.notNegative(row, problems, "minutes");
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        sales.touch(batch, rows, ActivitiesKind::day);
    }

    @Override
    public void finished(Batch batch) {
        sales.finished(batch);
    }

    private static List<Touched.PersonDay> day(Map<String, @Nullable Object> activity) {
        return activity.get("person") instanceof Long person && activity.get("happenedAt") instanceof LocalDateTime at
                ? List.of(new Touched.PersonDay(person, at.toLocalDate()))
                : List.of();
    }
}
