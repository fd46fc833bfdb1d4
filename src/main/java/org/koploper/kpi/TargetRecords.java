package org.koploper.kpi;

import static org.koploper.access.Role.ADMIN;
import static org.koploper.access.Role.FINANCE;
import static org.koploper.access.Role.MANAGER;
import static org.koploper.access.Role.REP;
import static org.koploper.records.Audience.Act.CHANGE;
import static org.koploper.records.Audience.Act.REMOVE;
import static org.koploper.records.Audience.Act.SEE;
import static org.koploper.records.Audience.Reach.ALL;
import static org.koploper.records.Audience.Reach.BELOW;
import static org.koploper.records.Audience.Reach.OWN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.koploper.access.PersonId;
import org.koploper.records.Audience;
import org.koploper.records.Batch;
import org.koploper.records.ByHand;
import org.koploper.records.Field;
import org.koploper.records.Incoming;
import org.koploper.records.Problems;
import org.koploper.records.RecordKind;
import org.koploper.records.Written;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Targets as they arrive: for whom, of which KPI, from when to when, how much. */
@Component
class TargetRecords implements RecordKind {

    private static final ByHand BY_HAND = ByHand.of(
                    "target",
                    Audience.ofPerson("person_id")
                            .let(SEE, OWN, REP, MANAGER)
                            .let(SEE, BELOW, REP, MANAGER)
                            .let(SEE, ALL, FINANCE, ADMIN)
                            .letWhere(SEE, ALL, "r.person_id is null", REP, MANAGER)
                            .let(CHANGE, BELOW, MANAGER)
                            .let(REMOVE, BELOW, MANAGER)
                            .let(CHANGE, ALL, ADMIN)
                            .let(REMOVE, ALL, ADMIN))
            .explaining("person", "team", "kpi", "from", "to", "amount", "currency");

    private final ApplicationEventPublisher events;

    TargetRecords(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "targets";
    }

    @Override
    public String table() {
        return "targets";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.key("TGT-2026-11-ANNA"),
                Field.code("scope", "scope", List.of("person", "team", "organisation"), "person")
                        .needed(),
                Field.reference("person", "person_id", "people", "P-104"),
                Field.reference("team", "team_id", "teams", ""),
                Field.code("kpi", "kpi", List.of("revenue", "deals"), "revenue").needed(),
                Field.of("from", Field.Type.DATE, "from_day", "2026-11-01").needed(),
                Field.of("to", Field.Type.DATE, "to_day", "2026-11-30").needed(),
                Field.of("amount", Field.Type.DECIMAL, "amount", "25000").needed(),
                Field.of("currency", Field.Type.CURRENCY, "currency", "EUR"));
    }

    @Override
    public ByHand byHand() {
        return BY_HAND;
    }

    @Override
    public void check(Incoming row, Problems problems) {
        checkSubject(row, problems);
        if (row.will("amount") instanceof BigDecimal amount && amount.signum() <= 0) {
            problems.error("amount", "target-not-positive", amount.toPlainString());
        }
        if (row.will("from") instanceof LocalDate from && row.will("to") instanceof LocalDate to && to.isBefore(from)) {
            problems.error("to", "ends-before-start", to.toString(), from.toString());
        }
        boolean money = Metric.REVENUE.name().equals(row.will("kpi"));
        if (money && row.will("currency") == null) {
            problems.error("currency", "target-without-currency");
        }
        if (!money && row.will("currency") != null) {
            problems.error("currency", "target-of-count-with-currency");
        }
    }

    private static void checkSubject(Incoming row, Problems problems) {
        Object scope = row.will("scope");
        if (GoalScope.PERSON.name().equals(scope) != (row.will("person") != null)) {
            problems.error("person", "target-for-whom");
        }
        if (GoalScope.TEAM.name().equals(scope) != (row.will("team") != null)) {
            problems.error("team", "target-for-whom");
        }
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        List<TargetsWritten.Written> targets = rows.stream()
                .filter(row -> row.after().get("person") != null)
                .map(row -> new TargetsWritten.Written(
                        new PersonId((Long) Objects.requireNonNull(row.after().get("person"))),
                        Metric.valueOf(
                                Objects.requireNonNull(row.after().get("kpi")).toString()),
                        (LocalDate) Objects.requireNonNull(row.after().get("from")),
                        (LocalDate) Objects.requireNonNull(row.after().get("to")),
                        row.before() == null))
                .toList();
        if (!targets.isEmpty()) {
            events.publishEvent(new TargetsWritten(batch.id(), targets));
        }
    }

    @Override
    public void finished(Batch batch) {
        events.publishEvent(new TargetsChanged(batch.id()));
    }
}
