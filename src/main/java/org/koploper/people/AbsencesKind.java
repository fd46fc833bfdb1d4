package org.koploper.people;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.HR;
import static org.koploper.access.Role.MANAGER;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Audience.Reach.BELOW;
import static org.koploper.records.Audience.Reach.OWN;

import java.time.LocalDate;
import java.util.List;
import org.koploper.records.Audience;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Days on which somebody was not there to work. */
@Component
class AbsencesKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
            "absence",
            Audience.ofPerson("person_id")
                    .everybody(SEE, OWN)
                    .let(SEE, BELOW, MANAGER)
                    .let(SEE, ALL, HR, ADMIN)
                    .let(CHANGE, BELOW, MANAGER)
                    .let(REMOVE, BELOW, MANAGER)
                    .let(CHANGE, ALL, HR, ADMIN)
                    .let(REMOVE, ALL, HR, ADMIN));

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
    public ByHand byHand() {
        return BY_HAND;
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
