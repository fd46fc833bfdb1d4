package org.koploper.people;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.access.Role.HR;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Audience.Reach.BELOW;
import static org.koploper.records.Audience.Reach.OWN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Role;
import org.koploper.records.Aspect;
import org.koploper.records.Audience;
import org.koploper.records.Batch;
import org.koploper.records.Beside;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.koploper.records.Written;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** People with their employment, team and manager. A team or manager that is not there yet is created. */
@Component
class PeopleKind implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
                    "person",
                    Audience.ofPerson("id")
                            .knownByName()
                            .let(SEE, OWN, Role.MANAGER)
                            .let(SEE, BELOW, Role.MANAGER)
                            .let(SEE, ALL, HR, FINANCE, ADMIN)
                            .let(CHANGE, ALL, HR, ADMIN)
                            .let(REMOVE, ALL, HR, ADMIN))
            .with(
                    new ByHand.Part("employments", "person_id"),
                    new ByHand.Part("memberships", "person_id"),
                    new ByHand.Part("reporting_lines", "person_id"),
                    new ByHand.Part("managers_above", "person_id"))
            .keptWhere("(select count(*) from memberships m where m.person_id = r.id) > 1");

    static final String TEAM = "team";
    static final String MANAGER = "manager";
    static final String FROM = "from";
    static final String TO = "to";
    static final String FACTOR = "partTimeFactor";

    private static final List<Field> FIELDS = List.of(
            Field.key("P-104"),
            Field.text("name", "name", 200, "Anna Peeters").needed(),
            Field.text("email", "email", 320, "anna.peeters@example.com"),
            Field.text("country", "country", 2, "BE"),
            Field.aspectReference(TEAM, "teams", "North").creatingMissing(),
            Field.aspectReference(MANAGER, "people", "P-101").creatingMissing(),
            new Field(FROM, Field.Type.DATE, false, null, null, false, List.of(), 0, null, "2024-03-01"),
            new Field(TO, Field.Type.DATE, false, null, null, false, List.of(), 0, null, ""),
            new Field(FACTOR, Field.Type.RATE, false, null, null, false, List.of(), 0, null, "0.8"));

    private final List<Aspect> aspects;
    private final PeopleWriting writing;
    private final ApplicationEventPublisher events;

    PeopleKind(PeopleWriting writing, ApplicationEventPublisher events) {
        this.aspects = writing.aspects();
        this.writing = writing;
        this.events = events;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public String table() {
        return "persons";
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
    public List<Aspect> aspects() {
        return aspects;
    }

    @Override
    public List<Beside> besides() {
        return List.of(
                Beside.of("memberships", "person_id"),
                Beside.of("employments", "person_id"),
                Beside.of("reporting_lines", "person_id"),
                Beside.derived("managers_above", "person_id"));
    }

    @Override
    public void check(Incoming row, Problems problems) {
        LocalDate from = day(row.will(FROM));
        LocalDate to = day(row.will(TO));
        if (from != null && to != null && to.isBefore(from)) {
            problems.error(TO, "ends-before-start", to.toString(), from.toString());
        }
        BigDecimal factor = number(row.will(FACTOR));
        if (factor != null && (factor.signum() <= 0 || factor.compareTo(BigDecimal.ONE) > 0)) {
            problems.error(FACTOR, "part-time-factor-out-of-range", factor.toPlainString());
        }
        if (factor != null && factor.stripTrailingZeros().scale() > 4) {
            problems.error(FACTOR, "too-many-decimals", factor.toPlainString(), 4);
        }
        if (row.values().get("country") instanceof String country
                && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            problems.error("country", "unknown-country", country);
        }
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        writing.write(batch, rows);
    }

    @Override
    public void restored(Batch batch, Collection<Long> ids) {
        writing.restored(ids);
    }

    @Override
    public void finished(Batch batch) {
        events.publishEvent(new PeopleChanged(batch.id()));
    }

    static @Nullable LocalDate day(@Nullable Object canonical) {
        return canonical == null ? null : LocalDate.parse(canonical.toString());
    }

    static @Nullable BigDecimal number(@Nullable Object canonical) {
        return canonical == null ? null : new BigDecimal(canonical.toString());
    }

    static @Nullable Long reference(@Nullable Object id) {
        return id == null ? null : Long.valueOf(id.toString());
    }
}
