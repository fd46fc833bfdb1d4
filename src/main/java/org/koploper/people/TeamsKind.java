package org.koploper.people;

import java.util.List;
import org.koploper.records.Batch;
import org.koploper.records.Field;
import org.koploper.records.RecordKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Teams in a tree. */
@Component
class TeamsKind implements RecordKind {

    private static final List<Field> FIELDS = List.of(
            Field.key("T-10"),
            Field.text("name", "name", 200, "North").needed(),
            Field.reference("parent", "parent_id", "teams", "T-1"));

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
    public void finished(Batch batch) {
        events.publishEvent(new PeopleChanged(batch.id()));
    }
}
