package org.koploper.people;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.HR;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;

import java.util.List;
import java.util.Locale;
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

/** Days on which the organisation is closed, beside the public holidays: nobody is expected to sell then. */
@Component
class ClosingDaysKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
            "closing-day",
            Audience.ofAll().everybody(SEE, ALL).let(CHANGE, ALL, HR, ADMIN).let(REMOVE, ALL, HR, ADMIN));

    private static final List<Field> FIELDS = List.of(
            Field.key("2026-12-24"),
            Field.of("day", Field.Type.DATE, "closed_on", "2026-12-24").needed(),
            Field.text("name", "name", 200, "Christmas Eve").needed(),
            Field.text("country", "country", 2, ""));

    private final ApplicationEventPublisher events;

    ClosingDaysKind(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "closing-days";
    }

    @Override
    public String table() {
        return "closing_days";
    }

    @Override
    public List<Field> fields() {
        return FIELDS;
    }

    @Override
    public ByHand byHand() {
        return BY_HAND;
    }

    /** The same day again is the same closing, unless another country is meant. */
    @Override
    public @Nullable String composedId(Map<String, @Nullable Object> values) {
        Object day = values.get("day");
        Object country = values.get("country");
        return day == null ? null : country == null ? day.toString() : day + "-" + country;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        if (row.values().get("country") instanceof String country
                && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            problems.error("country", "unknown-country", country);
        }
    }

    @Override
    public void finished(Batch batch) {
        events.publishEvent(new PeopleChanged(batch.id()));
    }
}
