package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
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
    public void read(List<Asked> all, Map<String, Sums> into) {
        List<Asked> asking = all.stream()
                .filter(asked -> asked.scope().kind() != Kind.CUSTOMER)
                .toList();
        List<Asked> working = asking.stream()
                .filter(asked -> asked.measures().stream().anyMatch(WORK::contains))
                .toList();
        if (!working.isEmpty()) {
            work(working, into);
        }
        asking.stream()
                .filter(asked -> asked.measures().contains(Measure.QUOTA))
                .forEach(asked -> quotas(asked, into));
    }

    private void work(List<Asked> all, Map<String, Sums> into) {
        WorkingDays house = calendars.ofOrganisation();
        List<List<NavigableMap<LocalDate, BigDecimal>>> exposures = exposures(all);
        for (int i = 0; i < all.size(); i++) {
            boolean one = all.get(i).scope().kind() == Kind.PERSON;
            List<NavigableMap<LocalDate, BigDecimal>> people = exposures.get(i);
            for (Slot slot : all.get(i).slots()) {
                Sums sums = Objects.requireNonNull(into.get(slot.key()));
                BigDecimal worked = days(house, slot.passed());
                BigDecimal theirs = sum(people, slot.passed());
                sums.add(Measure.DAYS_TO_WORK, one ? sum(people, slot.period()) : days(house, slot.period()));
                sums.add(Measure.DAYS_WORKED, one ? theirs : worked);
                if (!people.isEmpty()) {
                    sums.add(Measure.PERSON_DAYS, theirs);
                }
                if (worked.signum() > 0 && !people.isEmpty()) {
                    sums.add(Measure.FULL_TIME, theirs.divide(worked, MathContext.DECIMAL128));
                }
            }
        }
    }

    /** What each of them was there to work, by day, as long as they belonged to the scope; nobody where people do not matter. */
    private List<List<NavigableMap<LocalDate, BigDecimal>>> exposures(List<Asked> all) {
        List<Map<PersonId, List<Period>>> members = members(all);
        Set<PersonId> everybody = new LinkedHashSet<>();
        members.forEach(own -> everybody.addAll(own.keySet()));
        Period whole = new Period(
                all.stream().map(Asked::first).min(LocalDate::compareTo).orElseThrow(),
                all.stream()
                        .map(asked -> asked.whole().to())
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        Map<PersonId, NavigableMap<LocalDate, BigDecimal>> days =
                Caller.asSystem(() -> calendars.exposures(everybody, whole));
        return members.stream()
                .map(own -> own.entrySet().stream()
                        .flatMap(member ->
                                member.getValue().stream().map(part -> within(days.get(member.getKey()), part)))
                        .toList())
                .toList();
    }

    /** Who belongs to each that asks, and when: a person to themselves, always. */
    private List<Map<PersonId, List<Period>>> members(List<Asked> all) {
        List<Map<PersonId, List<Period>>> members = all.stream()
                .<Map<PersonId, List<Period>>>map(asked -> new HashMap<>())
                .toList();
        List<Integer> groups = new ArrayList<>();
        List<KpiSql.Question> questions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Asked asked = all.get(i);
            KpiScope scope = asked.scope();
            if (scope.kind() == Kind.PERSON) {
                members.get(i).put(new PersonId(Objects.requireNonNull(scope.id())), List.of(asked.whole()));
            } else if (asked.measures().contains(Measure.FULL_TIME)
                    || asked.measures().contains(Measure.PERSON_DAYS)) {
                groups.add(i);
                questions.add(new KpiSql.Question(
                        scope,
                        "select {whose} as whose, person_id, from_day, to_day from memberships where from_day <= :to"
                                + " and (to_day is null or to_day >= :from)"
                                + (scope.kind() == Kind.TEAM ? " and team_id in (:teams)" : ""),
                        Map.of("from", asked.first(), "to", asked.whole().to())));
            }
        }
        sql.each(questions, (row, whose) -> {
            int i = groups.get(whose);
            Period whole = all.get(i).whole();
            LocalDate to = row.getObject("to_day", LocalDate.class);
            PersonId person = new PersonId(row.getLong("person_id"));
            new Period(row.getObject("from_day", LocalDate.class), to == null ? whole.to() : to)
                    .intersect(whole)
                    .ifPresent(days -> members.get(i)
                            .computeIfAbsent(person, one -> new ArrayList<>())
                            .add(days));
        });
        return members;
    }

    /** A copy: a view of a part of the days would refuse to be asked for others. */
    private static NavigableMap<LocalDate, BigDecimal> within(
            @Nullable NavigableMap<LocalDate, BigDecimal> exposure, Period days) {
        return exposure == null ? new TreeMap<>() : new TreeMap<>(exposure.subMap(days.from(), true, days.to(), true));
    }

    private void quotas(Asked asked, Map<String, Sums> into) {
        KpiScope scope = asked.scope();
        Period all = asked.whole();
        GoalScope goalScope = GoalScope.valueOf(scope.kind().name());
        List<OwnTarget.Piece> pieces = targets.pieces(all, goalScope, Metric.REVENUE)
                .getOrDefault(Objects.requireNonNullElse(scope.id(), OwnTargets.ORGANISATION), List.of());
        if (pieces.isEmpty()) {
            return;
        }
        String house = measures.organisationsCurrency();
        Tallies tallies = asked.measures().contains(Measure.CREDITED)
                ? tallies(scope, all, house)
                : new Tallies(house, Map.of(), List.of());
        for (Slot slot : asked.slots()) {
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

    private static BigDecimal sum(List<NavigableMap<LocalDate, BigDecimal>> people, Period period) {
        return people.stream()
                .flatMap(days -> days.subMap(period.from(), true, period.to(), true).values().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
