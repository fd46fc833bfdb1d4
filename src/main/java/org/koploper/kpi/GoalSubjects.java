package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.Directory;
import org.koploper.people.Organisation;
import org.koploper.people.TeamId;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.koploper.period.WorkingDays;
import org.springframework.stereotype.Component;

/** Who can have a goal, with what they sold and when they were there to work. */
@Component
class GoalSubjects {

    private final Measures measures;
    private final Directory directory;
    private final Organisation organisation;
    private final WorkCalendars calendars;

    GoalSubjects(Measures measures, Directory directory, Organisation organisation, WorkCalendars calendars) {
        this.measures = measures;
        this.directory = directory;
        this.organisation = organisation;
        this.calendars = calendars;
    }

    GoalSubject person(PersonId person) {
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

    GoalSubject team(TeamId team) {
        var ref = directory.team(team).orElseThrow();
        return new GoalSubject(
                GoalScope.TEAM,
                team.value(),
                ref.externalId(),
                ref.name(),
                (period, currency) -> measures.together(directory.below(team), period, currency),
                organisationsDays());
    }

    GoalSubject organisation() {
        return new GoalSubject(
                GoalScope.ORGANISATION,
                OwnTargets.ORGANISATION,
                null,
                organisation.name(),
                measures::everybody,
                organisationsDays());
    }

    /**
     * Who sold what the goal counts; not for a customer's, which is read as a KPI.
     *
     * @param into currency of the revenue; null where the organisation has none yet
     */
    Measures.Of sold(AgreedGoal goal, Period period, @Nullable String into) {
        return switch (goal.scope()) {
            case PERSON -> new Measures.Of(new PersonId(goal.subjectId()), null, period, into);
            case TEAM -> new Measures.Of(null, directory.below(new TeamId(goal.subjectId())), period, into);
            case ORGANISATION, CUSTOMER -> new Measures.Of(null, null, period, into);
        };
    }

    /** When there was to work for one goal; what is asked of it is asked of the database each time. */
    GoalSubject.DaysIn days(AgreedGoal goal) {
        PersonId person = new PersonId(goal.subjectId());
        return goal.scope() == GoalScope.PERSON
                ? period -> Caller.asSystem(() -> calendars.exposure(person, period))
                : organisationsDays();
    }

    /** How much of each day of each of these goals there is to work; days without are absent. */
    Map<AgreedGoal, NavigableMap<LocalDate, BigDecimal>> workedDays(Collection<AgreedGoal> goals) {
        Map<AgreedGoal, NavigableMap<LocalDate, BigDecimal>> worked = new HashMap<>();
        if (goals.isEmpty()) {
            return worked;
        }
        Set<PersonId> people = goals.stream()
                .filter(goal -> goal.scope() == GoalScope.PERSON)
                .map(goal -> new PersonId(goal.subjectId()))
                .collect(Collectors.toSet());
        Period all = new Period(
                goals.stream()
                        .map(goal -> goal.period().from())
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                goals.stream()
                        .map(goal -> goal.period().to())
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        // whoever may see the goals may see the pace, also a token without roles
        Map<PersonId, NavigableMap<LocalDate, BigDecimal>> exposures =
                Caller.asSystem(() -> calendars.exposures(people, all));
        GoalSubject.DaysIn house = organisationsDays();
        for (AgreedGoal goal : goals) {
            NavigableMap<LocalDate, BigDecimal> own = goal.scope() == GoalScope.PERSON
                    ? exposures.getOrDefault(new PersonId(goal.subjectId()), new TreeMap<>())
                    : house.in(goal.period());
            Period period = goal.period();
            worked.put(goal, new TreeMap<>(own.subMap(period.from(), true, period.to(), true)));
        }
        return worked;
    }

    private GoalSubject.DaysIn organisationsDays() {
        WorkingDays days = calendars.ofOrganisation();
        return period -> period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(days::isWorkingDay)
                .collect(Collectors.toMap(day -> day, day -> BigDecimal.ONE, (one, same) -> one, TreeMap::new));
    }
}
