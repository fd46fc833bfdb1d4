package org.koploper.people;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Audience;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What people are by trade, such as account executive, from a day on: until the next one begins, or a last day. It lets
 * nobody do anything; plans can be assigned to it.
 */
@Component
class JobRolesKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
            "job-role",
            Audience.ofPerson("person_id")
                    .everybody(SEE, OWN)
                    .let(SEE, BELOW, MANAGER)
                    .let(SEE, ALL, HR, FINANCE, ADMIN)
                    .let(CHANGE, ALL, HR, ADMIN)
                    .let(REMOVE, ALL, HR, ADMIN));

    private static final List<Field> FIELDS = List.of(
            Field.key("P-104/2026-03-01"),
            Field.reference("person", "person_id", "people", "P-104").needed(),
            Field.text("jobRole", "job_role", 100, "Account executive").needed(),
            Field.of("from", Field.Type.DATE, "from_day", "2026-03-01").needed(),
            Field.of("to", Field.Type.DATE, "to_day", ""));

    private final ApplicationEventPublisher events;

    JobRolesKind(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "job-roles";
    }

    @Override
    public String table() {
        return "job_roles";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public ByHand byHand() {
        return BY_HAND;
    }

    /** The same person from the same day on has one role. */
    @Override
    public @Nullable String composedId(Map<String, @Nullable Object> values) {
        Object person = values.get("person");
        Object from = values.get("from");
        return person == null || from == null ? null : person + "/" + from;
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
