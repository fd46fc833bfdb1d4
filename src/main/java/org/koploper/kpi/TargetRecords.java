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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
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

/**
 * Goals as they arrive: for whom, of which KPI, from when to when, how much, and read in which way. What says no more than
 * that is a target: the total of its days, as expected by working days.
 */
@Component
class TargetRecords implements RecordKind {

    private static final String KPI = "kpi";

    /** People below the owner of a team's goal are in that team. */
    private static final String OWN_TEAM = "r.scope = 'TEAM' and r.team_id in (select m.team_id from memberships m"
            + " join managers_above a on a.person_id = m.person_id and a.manager_id = r.owner_id where m.to_day is null)";

    private static final ByHand BY_HAND = ByHand.of(
                    "target",
                    new Audience(
                                    List.of(new Audience.Tie(null, "coalesce(r.person_id, r.owner_id)", true)),
                                    false,
                                    List.of(),
                                    null)
                            .let(SEE, OWN, REP, MANAGER)
                            .let(SEE, BELOW, REP, MANAGER)
                            .let(SEE, ALL, FINANCE, ADMIN)
                            .letWhere(SEE, ALL, "r.person_id is null", REP, MANAGER)
                            // nobody sets a goal for oneself, but for one's team and for customers
                            .letWhere(CHANGE, BELOW, "r.scope in ('PERSON', 'CUSTOMER')", MANAGER)
                            .letWhere(REMOVE, BELOW, "r.scope in ('PERSON', 'CUSTOMER')", MANAGER)
                            .letWhere(CHANGE, OWN, "r.scope = 'CUSTOMER' or " + OWN_TEAM, MANAGER)
                            .letWhere(REMOVE, OWN, "r.scope = 'CUSTOMER' or " + OWN_TEAM, MANAGER)
                            .let(CHANGE, ALL, ADMIN)
                            .let(REMOVE, ALL, ADMIN))
            .explaining(
                    "person",
                    "team",
                    "kpi",
                    "from",
                    "to",
                    "amount",
                    "currency",
                    "reading",
                    "curve",
                    "direction",
                    "status")
            .with(new ByHand.Part("goal_versions", "target_id"), new ByHand.Part("goal_answers", "target_id"));

    private static final List<Field> FIELDS = List.of(
            Field.key("TGT-2026-11-ANNA"),
            Field.code("scope", "scope", List.of("person", "team", "organisation", "customer"), "person")
                    .needed(),
            Field.reference("person", "person_id", "people", "P-104"),
            Field.reference("team", "team_id", "teams", ""),
            Field.reference("customer", "customer_id", "customers", ""),
            Field.code(KPI, KPI, List.of(), "revenue").needed(),
            Field.of("from", Field.Type.DATE, "from_day", "2026-11-01").needed(),
            Field.of("to", Field.Type.DATE, "to_day", "2026-11-30").needed(),
            Field.of("amount", Field.Type.DECIMAL, "amount", "25000").needed(),
            Field.of("currency", Field.Type.CURRENCY, "currency", "EUR"),
            Field.code("reading", "reading", codes(GoalReading.values()), "total")
                    .orElse(GoalReading.TOTAL.name()),
            Field.code("direction", "direction", codes(KpiDirection.values()), "higher")
                    .orElse(KpiDirection.HIGHER.name()),
            Field.code("curve", "shape", codes(GoalShape.values()), "working-days")
                    .orElse(GoalShape.WORKING_DAYS.name()),
            Field.of("baseline", Field.Type.DECIMAL, "baseline", ""),
            Field.of("baselineFrom", Field.Type.DATE, "baseline_from", ""),
            Field.of("baselineTo", Field.Type.DATE, "baseline_to", ""),
            Field.reference("owner", "owner_id", "people", ""),
            Field.reference("parent", "parent_id", "targets", ""),
            Field.code("status", "status", List.of("open", "stopped"), "open").orElse("OPEN"),
            Field.text("note", "note", 500, ""));

    private static List<String> codes(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private final GoalVersions versions;
    private final GoalKpis kpis;
    private final ApplicationEventPublisher events;

    TargetRecords(GoalVersions versions, GoalKpis kpis, ApplicationEventPublisher events) {
        this.versions = versions;
        this.kpis = kpis;
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
        return FIELDS.stream()
                .map(field -> field.name().equals(KPI)
                        ? Field.code(KPI, KPI, kpis.keys(), field.example()).needed()
                        : field)
                .toList();
    }

    @Override
    public List<Beside> besides() {
        return List.of(Beside.of("goal_versions", "target_id"), Beside.of("goal_answers", "target_id"));
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
        if (row.will(KPI) instanceof String code) {
            GoalKpi kpi = kpis.of(code, null);
            checkKpi(kpi, row, problems);
            if (kpis.isRetired(kpi)
                    && (row.before() == null || !code.equals(row.before().get(KPI)))) {
                problems.error(KPI, "goal-kpi-retired", kpi.key());
            }
        }
        checkBaseline(row, problems);
    }

    private static void checkSubject(Incoming row, Problems problems) {
        Object scope = row.will("scope");
        Map.of(GoalScope.PERSON, "person", GoalScope.TEAM, "team", GoalScope.CUSTOMER, "customer")
                .forEach((kind, field) -> {
                    if (kind.name().equals(scope) != (row.will(field) != null)) {
                        problems.error(field, "target-for-whom");
                    }
                });
    }

    private static void checkKpi(GoalKpi kpi, Incoming row, Problems problems) {
        if (kpi.isMoney() && row.will("currency") == null) {
            problems.error("currency", "target-without-currency");
        }
        if (!kpi.isMoney() && row.will("currency") != null) {
            problems.error("currency", "target-of-count-with-currency");
        }
        GoalReading reading = reading(row);
        if (!kpi.readings().contains(reading)) {
            problems.error("reading", "goal-reading-not-of-kpi", key(reading), kpi.key());
        }
        if (row.will("scope") instanceof String scope
                && (row.before() == null
                        || row.values().containsKey("scope")
                        || row.values().containsKey(KPI))
                && !kpi.isKnownFor(GoalScope.valueOf(scope))) {
            problems.error("scope", "goal-kpi-not-for-scope", key(GoalScope.valueOf(scope)), kpi.key());
        }
    }

    private static void checkBaseline(Incoming row, Problems problems) {
        Object from = row.will("baselineFrom");
        Object to = row.will("baselineTo");
        if (from instanceof LocalDate first && to instanceof LocalDate last && last.isBefore(first)) {
            problems.error("baselineTo", "ends-before-start", last.toString(), first.toString());
        }
        boolean said = row.will("baseline") != null && from != null && to != null;
        boolean some = row.will("baseline") != null || from != null || to != null;
        if (!said && (some || reading(row) != GoalReading.TOTAL)) {
            problems.error("baseline", "goal-without-baseline");
        }
    }

    /** A new record that says nothing gets the fallback. */
    private static GoalReading reading(Incoming row) {
        return row.will("reading") instanceof String code ? GoalReading.valueOf(code) : GoalReading.TOTAL;
    }

    private static String key(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void written(Batch batch, List<Written> rows) {
        versions.keep(batch, rows);
        List<TargetsWritten.Written> targets = rows.stream()
                .filter(row -> row.after().get("person") != null)
                .filter(row -> isTarget(row.after()) || row.before() != null && isTarget(row.before()))
                .map(row -> new TargetsWritten.Written(
                        new PersonId((Long) Objects.requireNonNull(row.after().get("person"))),
                        metric(isTarget(row.after()) ? row.after() : Objects.requireNonNull(row.before())),
                        (LocalDate) Objects.requireNonNull(row.after().get("from")),
                        (LocalDate) Objects.requireNonNull(row.after().get("to")),
                        row.before() == null))
                .toList();
        if (!targets.isEmpty()) {
            events.publishEvent(new TargetsWritten(batch.id(), targets));
        }
    }

    /** As {@link OwnTargets} reads them. */
    private static boolean isTarget(Map<String, @Nullable Object> values) {
        return GoalReading.TOTAL.name().equals(values.get("reading"))
                && GoalKpi.ofTheProduct(String.valueOf(values.get(KPI)))
                        .flatMap(GoalKpi::metric)
                        .isPresent();
    }

    private static Metric metric(Map<String, @Nullable Object> values) {
        return Metric.valueOf(String.valueOf(values.get(KPI)));
    }

    @Override
    public void finished(Batch batch) {
        events.publishEvent(new TargetsChanged(batch.id()));
    }
}
