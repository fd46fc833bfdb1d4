package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.kpi.KpiScope.Kind;
import org.koploper.people.Directory;
import org.koploper.people.TeamId;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.springframework.stereotype.Component;

/** How much there was to work, by whom, and what was agreed to be reached. */
@Component
class WorkAndQuotas implements PeriodSource {

    private static final Set<Measure> WORK =
            EnumSet.of(Measure.DAYS_TO_WORK, Measure.DAYS_WORKED, Measure.FULL_TIME, Measure.PERSON_DAYS);

    private final KpiSql sql;
    private final WorkCalendars calendars;
    private final OwnTargets targets;
    private final Measures measures;
    private final Directory directory;

    WorkAndQuotas(KpiSql sql, WorkCalendars calendars, OwnTargets targets, Measures measures, Directory directory) {
        this.sql = sql;
        this.calendars = calendars;
        this.targets = targets;
        this.measures = measures;
        this.directory = directory;
    }

    @Override
    public Set<Measure> measures() {
        Set<Measure> all = EnumSet.of(Measure.QUOTA, Measure.CREDITED);
        all.addAll(WORK);
        return all;
    }

    @Override
    public void read(Set<Measure> wanted, KpiScope scope, List<Slot> slots, Map<String, Sums> into) {
        if (scope.kind() == Kind.CUSTOMER) {
            return;
        }
        if (wanted.stream().anyMatch(WORK::contains)) {
            work(wanted, scope, slots, into);
        }
        if (wanted.contains(Measure.QUOTA)) {
            quotas(wanted.contains(Measure.CREDITED), scope, slots, into);
        }
    }

    private void work(Set<Measure> wanted, KpiScope scope, List<Slot> slots, Map<String, Sums> into) {
        WorkingDays house = calendars.ofOrganisation();
        Period all = new Period(
                slots.getFirst().period().from(), slots.getLast().period().to());
        List<NavigableMap<LocalDate, BigDecimal>> people = wanted.contains(Measure.FULL_TIME)
                        || wanted.contains(Measure.PERSON_DAYS)
                        || scope.kind() == Kind.PERSON
                ? exposures(scope, all)
                : List.of();
        for (Slot slot : slots) {
            Sums sums = Objects.requireNonNull(into.get(slot.key()));
            BigDecimal toWork = days(house, slot.period());
            BigDecimal worked = days(house, slot.passed());
            BigDecimal theirs =
                    people.stream().map(days -> sum(days, slot.passed())).reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean one = scope.kind() == Kind.PERSON;
            sums.add(
                    Measure.DAYS_TO_WORK,
                    one
                            ? people.stream()
                                    .map(days -> sum(days, slot.period()))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                            : toWork);
            sums.add(Measure.DAYS_WORKED, one ? theirs : worked);
            if (!people.isEmpty()) {
                sums.add(Measure.PERSON_DAYS, theirs);
            }
            if (worked.signum() > 0 && !people.isEmpty()) {
                sums.add(Measure.FULL_TIME, theirs.divide(worked, MathContext.DECIMAL128));
            }
        }
    }

    /** What each of them was there to work, by day, as long as they belonged to the scope. */
    private List<NavigableMap<LocalDate, BigDecimal>> exposures(KpiScope scope, Period period) {
        if (scope.kind() == Kind.PERSON) {
            PersonId person = new PersonId(Objects.requireNonNull(scope.id()));
            return List.of(Caller.asSystem(() -> calendars.exposure(person, period)));
        }
        Map<PersonId, List<Period>> members = new HashMap<>();
        sql.about(
                        scope,
                        "select person_id, from_day, to_day from memberships where from_day <= :to"
                                + " and (to_day is null or to_day >= :from)"
                                + (scope.kind() == Kind.TEAM ? " and team_id in (:teams)" : ""))
                .param("from", period.from())
                .param("to", period.to())
                .query(row -> {
                    PersonId person = new PersonId(row.getLong("person_id"));
                    LocalDate from = row.getObject("from_day", LocalDate.class);
                    LocalDate to = row.getObject("to_day", LocalDate.class);
                    new Period(from, to == null ? period.to() : to)
                            .intersect(period)
                            .ifPresent(days -> members.computeIfAbsent(person, one -> new ArrayList<>())
                                    .add(days));
                });
        Map<PersonId, NavigableMap<LocalDate, BigDecimal>> all =
                Caller.asSystem(() -> calendars.exposures(members.keySet(), period));
        return members.entrySet().stream()
                .flatMap(member -> member.getValue().stream().map(days -> within(all.get(member.getKey()), days)))
                .toList();
    }

    /** A copy: a view of a part of the days would refuse to be asked for others. */
    private static NavigableMap<LocalDate, BigDecimal> within(
            @Nullable NavigableMap<LocalDate, BigDecimal> exposure, Period days) {
        return exposure == null ? new TreeMap<>() : new TreeMap<>(exposure.subMap(days.from(), true, days.to(), true));
    }

    private void quotas(boolean credited, KpiScope scope, List<Slot> slots, Map<String, Sums> into) {
        Period all = new Period(
                slots.getFirst().period().from(), slots.getLast().period().to());
        GoalScope goalScope = GoalScope.valueOf(scope.kind().name());
        List<OwnTarget.Piece> pieces = targets.pieces(all, goalScope, Metric.REVENUE)
                .getOrDefault(Objects.requireNonNullElse(scope.id(), OwnTargets.ORGANISATION), List.of());
        if (pieces.isEmpty()) {
            return;
        }
        String house = measures.organisationsCurrency();
        Tallies tallies = credited ? tallies(scope, all, house) : new Tallies(house, Map.of(), List.of());
        for (Slot slot : slots) {
            OwnTarget target = OwnTarget.inside(slot.period(), pieces);
            if (target != null && target.isIn(house)) {
                Sums sums = Objects.requireNonNull(into.get(slot.key()));
                sums.add(Measure.QUOTA, target.amount());
                sums.add(Measure.CREDITED, BigDecimal.ZERO);
                target.pieces().stream()
                        .map(piece -> piece.days().intersect(slot.passed()))
                        .flatMap(days -> days.stream())
                        .forEach(days ->
                                sums.add(Measure.CREDITED, tallies.of(0, days).revenue()));
            }
        }
    }

    private Tallies tallies(KpiScope scope, Period period, @Nullable String house) {
        return switch (scope.kind()) {
            case PERSON -> measures.person(new PersonId(Objects.requireNonNull(scope.id())), period, house);
            case TEAM ->
                measures.together(directory.below(new TeamId(Objects.requireNonNull(scope.id()))), period, house);
            default -> measures.everybody(period, house);
        };
    }

    private static BigDecimal days(WorkingDays calendar, Period period) {
        return BigDecimal.valueOf(period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(calendar::isWorkingDay)
                .count());
    }

    private static BigDecimal sum(NavigableMap<LocalDate, BigDecimal> days, Period period) {
        return days.subMap(period.from(), true, period.to(), true).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
