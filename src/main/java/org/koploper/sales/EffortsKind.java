package org.koploper.sales;

import static org.koploper.records.Field.Type.DATE;
import static org.koploper.records.Field.Type.INTEGER;

import java.time.DayOfWeek;
import java.time.LocalDate;
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

/** Weekly counts of effort: how many calls, how many of them reached who decides, and what came of it. */
@Component
class EffortsKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of("effort", Audiences.ofSeller("person_id"));

    private static final List<Field> FIELDS = List.of(
            Field.key("P-104/2026-09-14"),
            Field.reference("person", "person_id", "people", "P-104").needed(),
            Field.of("weekStart", DATE, "week_start", "2026-09-14").needed(),
            count("calls", "calls", "108"),
            count("decisionMakers", "decision_makers", "38"),
            count("meetings", "meetings", "9"),
            count("callbacksShort", "callbacks_short", "16"),
            count("callbacksLong", "callbacks_long", "3"),
            count("other", "other", "10"),
            Field.of("minutes", INTEGER, "minutes", "310"));

    private final SalesBatch sales;

    EffortsKind(SalesBatch sales) {
        this.sales = sales;
    }

    @Override
    public String name() {
        return "efforts";
    }

    @Override
    public String table() {
        return "weekly_efforts";
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
    public @Nullable String composedId(Map<String, @Nullable Object> values) {
        Object person = values.get("person");
        Object week = values.get("weekStart");
        return person == null || week == null ? null : person + "/" + week;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        Checks.notNegative(
                row,
                problems,
                "calls",
                "decisionMakers",
                "meetings",
                "callbacksShort",
                "callbacksLong",
                "other",
                "minutes");
        if (row.will("weekStart") instanceof LocalDate day && day.getDayOfWeek() != DayOfWeek.MONDAY) {
            problems.error("weekStart", "not-a-monday", day.toString());
        }
        int reached = number(row, "decisionMakers");
        int results = number(row, "meetings")
                + number(row, "callbacksShort")
                + number(row, "callbacksLong")
                + number(row, "other");
        if (reached > number(row, "calls")) {
            problems.warning("decisionMakers", "children-exceed-parents", reached, number(row, "calls"));
        }
        if (results > reached) {
            problems.warning("meetings", "children-exceed-parents", results, reached);
        } else if (results > 0 && results < reached) {
            // who writes down outcomes at all writes down all of them
            problems.warning("other", "outcomes-missing", reached, results);
        }
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        sales.touch(batch, rows, EffortsKind::week);
    }

    @Override
    public void finished(Batch batch) {
        sales.finished(batch);
    }

    private static Field count(String name, String column, String example) {
        return Field.of(name, INTEGER, column, example).needed().orElse(0);
    }

    private static int number(Incoming row, String field) {
        return row.will(field) instanceof Integer number ? number : 0;
    }

    /** The totals of a week are kept on its Monday. */
    private static List<Touched.PersonDay> week(Map<String, @Nullable Object> effort) {
        return effort.get("person") instanceof Long person
                ? SalesBatch.on(List.of(person), effort.get("weekStart"))
                : List.of();
    }
}
