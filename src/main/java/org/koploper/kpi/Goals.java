package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.access.SignedInOnly;
import org.koploper.people.Directory;
import org.koploper.people.Organisation;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Targets and the progress towards them, computed when asked for. */
@Service
public class Goals {

    private final AgreedTargets agreed;
    private final OwnTargets ownTargets;
    private final Measures measures;
    private final Directory directory;
    private final Organisation organisation;
    private final WorkCalendars calendars;
    private final Clock clock;

    Goals(
            AgreedTargets agreed,
            OwnTargets ownTargets,
            Measures measures,
            Directory directory,
            Organisation organisation,
            WorkCalendars calendars,
            Clock clock) {
        this.agreed = agreed;
        this.ownTargets = ownTargets;
        this.measures = measures;
        this.directory = directory;
        this.organisation = organisation;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The targets of a person that have days in the period, by first day; for the person, the managers above, HR,
     * FINANCE, ADMIN and tokens of the organisation.
     */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public List<Goal> of(PersonId person, Period period) {
        GoalSubject subject = person(person);
        return goals(subject, period);
    }

    /** The targets of a team that have days in the period, with what the teams below it sold. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Goal> ofTeam(TeamId team, Period period) {
        return goals(team(team), period);
    }

    /** The targets of the organisation that have days in the period. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Goal> ofOrganisation(Period period) {
        return goals(organisation(), period);
    }

    /**
     * Where a person stands in exactly this period: against the targets that lie inside it, put together as
     * {@link OwnTarget} says, or in the state {@link GoalState#NO_TARGET} with the value reached.
     *
     * @param kpi {@link Metric#REVENUE} or {@link Metric#DEALS}
     */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public Goal progress(PersonId person, Metric kpi, Period period) {
        return progress(person(person), kpi, period);
    }

    /**
     * As {@link #progress(PersonId, Metric, Period)}, of everybody who reports to the caller today, directly or through
     * others, by name. The number of statements does not depend on the number of people.
     */
    @PersonOnly
    @Transactional(readOnly = true)
    public Map<PersonRef, Goal> progressOfPeopleBelow(Metric kpi, Period period) {
        List<PersonRef> people = directory.peopleBelow(Caller.now().self(), LocalDate.now(clock));
        List<PersonId> ids = people.stream().map(PersonRef::id).toList();
        Map<Long, OwnTarget> targets = ownTargets.inside(period, GoalScope.PERSON, kpi);
        String house = measures.organisationsCurrency();
        Map<PersonId, NavigableMap<LocalDate, BigDecimal>> days =
                Caller.asSystem(() -> calendars.exposures(ids, period));
        // by currency: one, unless targets were agreed in several
        Map<Optional<String>, Map<Long, Tallies>> read = new HashMap<>();
        Map<PersonRef, Goal> goals = new LinkedHashMap<>();
        for (PersonRef person : people) {
            GoalSubject subject = new GoalSubject(
                    GoalScope.PERSON,
                    person.id().value(),
                    person.externalId(),
                    person.name(),
                    (asked, currency) -> read.computeIfAbsent(
                                    Optional.ofNullable(currency), into -> measures.each(ids, period, currency))
                            .getOrDefault(person.id().value(), new Tallies(currency, Map.of(), List.of())),
                    asked -> days.getOrDefault(person.id(), Collections.emptyNavigableMap())
                            .subMap(asked.from(), true, asked.to(), true));
            OwnTarget target = targets.get(person.id().value());
            String into = target == null || !kpi.isMoney()
                    ? house
                    : target.pieces().getFirst().currency();
            goals.put(person, subject.goal(kpi, period, target, into, LocalDate.now(clock)));
        }
        return goals;
    }

    /** As {@link #progress(PersonId, Metric, Period)}, for a team with the teams below it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Goal progressOfTeam(TeamId team, Metric kpi, Period period) {
        return progress(team(team), kpi, period);
    }

    /**
     * The way to the target of exactly this period, day by day, as {@link #progress(PersonId, Metric, Period)} puts that
     * together. The number of statements does not depend on the number of days.
     *
     * @param kpi {@link Metric#REVENUE} or {@link Metric#DEALS}
     */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public GoalCurve curve(PersonId person, Metric kpi, Period period) {
        return curve(person(person), kpi, period);
    }

    /** As {@link #curve(PersonId, Metric, Period)}, for a team with the teams below it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public GoalCurve curveOfTeam(TeamId team, Metric kpi, Period period) {
        return curve(team(team), kpi, period);
    }

    private List<Goal> goals(GoalSubject subject, Period period) {
        return agreed.touching(period, subject.scope(), subject.id()).stream()
                .map(target ->
                        goal(subject, target.kpi(), target.piece().days(), new OwnTarget(List.of(target.piece()))))
                .toList();
    }

    private Goal progress(GoalSubject subject, Metric kpi, Period period) {
        return goal(
                subject,
                kpi,
                period,
                ownTargets.inside(period, subject.scope(), kpi).get(subject.id()));
    }

    private Goal goal(GoalSubject subject, Metric kpi, Period period, @Nullable OwnTarget target) {
        return subject.goal(kpi, period, target, currency(kpi, target), LocalDate.now(clock));
    }

    private GoalCurve curve(GoalSubject subject, Metric kpi, Period period) {
        OwnTarget target = ownTargets.inside(period, subject.scope(), kpi).get(subject.id());
        String currency = currency(kpi, target);
        return GoalCurve.of(
                kpi,
                period,
                LocalDate.now(clock),
                currency,
                GoalSubject.inOneCurrency(target, currency),
                subject.tallies().in(period, currency),
                subject.tallies().in(GoalCurve.yearBefore(period), currency),
                subject.workedDays().in(period));
    }

    private @Nullable String currency(Metric kpi, @Nullable OwnTarget target) {
        return target == null || !kpi.isMoney()
                ? measures.organisationsCurrency()
                : target.pieces().getFirst().currency();
    }

    private GoalSubject person(PersonId person) {
        var ref = directory.person(person).orElseThrow();
        return new GoalSubject(
                GoalScope.PERSON,
                person.value(),
                ref.externalId(),
                ref.name(),
                (period, currency) -> measures.person(person, period, currency),
                // whoever may see the goals may see the pace, also a token without roles
                period -> Caller.asSystem(() -> calendars.exposure(person, period)));
    }

    private GoalSubject team(TeamId team) {
        var ref = directory.team(team).orElseThrow();
        return new GoalSubject(
                GoalScope.TEAM,
                team.value(),
                ref.externalId(),
                ref.name(),
                (period, currency) -> measures.together(directory.below(team), period, currency),
                organisationsDays());
    }

    private GoalSubject organisation() {
        return new GoalSubject(
                GoalScope.ORGANISATION,
                OwnTargets.ORGANISATION,
                null,
                organisation.name(),
                measures::everybody,
                organisationsDays());
    }

    private GoalSubject.DaysIn organisationsDays() {
        WorkingDays days = calendars.ofOrganisation();
        return period -> period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(days::isWorkingDay)
                .collect(Collectors.toMap(day -> day, day -> BigDecimal.ONE, (one, same) -> one, TreeMap::new));
    }
}
