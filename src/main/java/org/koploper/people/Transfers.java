package org.koploper.people;

import java.time.LocalDate;
import java.util.List;
import org.koploper.access.PersonId;
import org.koploper.audit.Trail;
import org.koploper.storage.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves of people to another team and manager on a day of one's choice: sales of before stay with the team of then. */
@Service
public class Transfers {

    private final DatedLinks memberships;
    private final ReportingLines lines;
    private final Directory directory;
    private final Trail trail;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    Transfers(
            JdbcTemplate jdbc,
            Ids ids,
            ReportingLines lines,
            Directory directory,
            Trail trail,
            ApplicationEventPublisher events) {
        this.memberships = new DatedLinks(jdbc, ids, "memberships", "team_id");
        this.lines = lines;
        this.directory = directory;
        this.trail = trail;
        this.ids = ids;
        this.events = events;
    }

    /**
     * Moves somebody, until further notice; a move that was planned for later is dropped.
     *
     * @param from first day in the new team, also one that has passed
     * @throws java.util.NoSuchElementException when there is no such person, team or manager
     * @throws IllegalArgumentException when the manager reports to that person, however many levels up
     */
    @PreAuthorize("hasAnyRole('HR', 'ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void move(PersonId person, TeamId team, PersonId manager, LocalDate from) {
        PersonRef moved = directory.person(person).orElseThrow();
        TeamRef to = directory.team(team).orElseThrow();
        PersonRef above = directory.person(manager).orElseThrow();
        String before = directory.teamOf(person, from).map(TeamRef::name).orElse(null);
        memberships.change(List.of(new DatedLinks.Wish(person.value(), team.value(), from)), from);
        try {
            lines.change(List.of(new DatedLinks.Wish(person.value(), manager.value(), from)), from);
        } catch (ReportingCycle e) {
            throw new IllegalArgumentException(above.name() + " reports to " + moved.name(), e);
        }
        trail.record(
                "person.moved",
                new Trail.Subject("person", moved.externalId(), moved.name()),
                before,
                to.name() + ", " + above.name() + " from " + from,
                null);
        events.publishEvent(new PeopleChanged(ids.next()));
    }
}
