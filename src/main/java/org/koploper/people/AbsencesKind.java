package org.koploper.people;

import java.time.LocalDate;
import java.util.List;
import org.koploper.records.Batch;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Days on which somebody was not there to work. */
@Component
class AbsencesKind implements RecordKind {

    private static final List<Field> FIELDS = List.of(
            Field.key("A-31"),
            Field.reference("person", "person_id", "people", "P-104").needed(),
            Field.of("from", Field.Type.DATE, "from_day", "2026-07-06").needed(),
            Field.of("to", Field.Type.DATE, "to_day", "2026-07-17").needed(),
            Field.code("kind", "kind", List.of("holiday", "illness", "leave", "training", "other"), "holiday")
                    .needed());

    private final ApplicationEventPublisher events;

    AbsencesKind(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "absences";
    }

    @Override
    public String table() {
        return "absences";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        if (row.will("from") instanceof LocalDate from && row.will("to") instanceof LocalDate to && to.isBefore(from)) {
            problems.error("to", "ends-before-start", to.toString(), from.toString());
        }
    }

    @Override
    public void finished(Batch batch) {
        events.publishEvent(new PeopleChanged(batch.id()));
    }
}
