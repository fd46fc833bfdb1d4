package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.Directory;
import org.koploper.people.Organisation;
import org.koploper.people.TeamId;
import org.koploper.people.WorkCalendars;
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

    /** Whose goal it is; what a customer bought is read as a KPI. */
    GoalSubject of(AgreedGoal goal) {
        return switch (goal.scope()) {
            case PERSON -> person(new PersonId(goal.subjectId()));
            case TEAM -> team(new TeamId(goal.subjectId()));
            case ORGANISATION -> organisation();
            case CUSTOMER ->
                new GoalSubject(
                        GoalScope.CUSTOMER,
                        goal.subjectId(),
                        goal.subject(),
                        goal.name(),
                        (period, currency) -> new Tallies(currency, Map.of(), List.of()),
                        organisationsDays());
        };
    }

    private GoalSubject.DaysIn organisationsDays() {
        WorkingDays days = calendars.ofOrganisation();
        return period -> period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(days::isWorkingDay)
                .collect(Collectors.toMap(day -> day, day -> BigDecimal.ONE, (one, same) -> one, TreeMap::new));
    }
}
