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
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.access.SignedInOnly;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goals and the progress towards them, computed when asked for: those that were agreed one by one, and where somebody stands
 * in a period against its target.
 */
@Service
public class Goals {

    private final GoalRows agreed;
    private final GoalStands stands;
    private final GoalSubjects subjects;
    private final OwnTargets ownTargets;
    private final Measures measures;
    private final Directory directory;
    private final WorkCalendars calendars;
    private final Clock clock;

    Goals(
            GoalRows agreed,
            GoalStands stands,
            GoalSubjects subjects,
            OwnTargets ownTargets,
            Measures measures,
            Directory directory,
            WorkCalendars calendars,
            Clock clock) {
        this.agreed = agreed;
        this.stands = stands;
        this.subjects = subjects;
        this.ownTargets = ownTargets;
        this.measures = measures;
        this.directory = directory;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * The goals of a person that have days in the period, by first day; for the person, the managers above, HR, FINANCE,
     * ADMIN and tokens of the organisation.
     */
    @PreAuthorize("@goalAccess.sees(#person)")
    @Transactional(readOnly = true)
    public List<GoalStand> of(PersonId person, Period period) {
        return goals(GoalScope.PERSON, person.value(), period);
    }

    /** The goals of a team that have days in the period, with what the teams below it sold. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<GoalStand> ofTeam(TeamId team, Period period) {
        return goals(GoalScope.TEAM, team.value(), period);
    }

    /** The goals of the organisation that have days in the period. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<GoalStand> ofOrganisation(Period period) {
        return goals(GoalScope.ORGANISATION, OwnTargets.ORGANISATION, period);
    }

    /** The goals of the customer with that external id; empty when there is none. For who sees sales. */
    @PreAuthorize("@goalAccess.seesCustomers()")
    @Transactional(readOnly = true)
    public Optional<List<GoalStand>> ofCustomer(String customer, Period period) {
        return agreed.customer(customer).map(id -> goals(GoalScope.CUSTOMER, id, period));
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
        return progress(subjects.person(person), kpi, period);
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
        return progress(subjects.team(team), kpi, period);
    }

    /** As {@link #progress(PersonId, Metric, Period)}, for the whole organisation. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public Goal progressOfOrganisation(Metric kpi, Period period) {
        return progress(subjects.organisation(), kpi, period);
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
        return curve(subjects.person(person), kpi, period);
    }

    /** As {@link #curve(PersonId, Metric, Period)}, for a team with the teams below it. */
    @SignedInOnly
    @Transactional(readOnly = true)
    public GoalCurve curveOfTeam(TeamId team, Metric kpi, Period period) {
        return curve(subjects.team(team), kpi, period);
    }

    private List<GoalStand> goals(GoalScope scope, long subject, Period period) {
        return stands.of(agreed.touching(period, scope, subject), LocalDate.now(clock));
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
}
