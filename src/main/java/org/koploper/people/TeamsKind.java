package org.koploper.people;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.access.Role.HR;
import static org.koploper.access.Role.MANAGER;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;

import java.util.List;
import org.koploper.records.Audience;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Teams in a tree. */
@Component
class TeamsKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
            "team",
            Audience.ofAll()
                    .knownByName()
                    .let(SEE, ALL, MANAGER, HR, FINANCE, ADMIN)
                    .let(CHANGE, ALL, HR, ADMIN)
                    .let(REMOVE, ALL, HR, ADMIN));

    private static final List<Field> FIELDS = List.of(
            Field.key("T-10"),
            Field.text("name", "name", 200, "North").needed(),
            Field.reference("parent", "parent_id", "teams", ""));

    private final ApplicationEventPublisher events;

    TeamsKind(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "teams";
    }

    @Override
    public String table() {
        return "teams";
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
    public void finished(Batch batch) {
        events.publishEvent(new PeopleChanged(batch.id()));
    }
}
