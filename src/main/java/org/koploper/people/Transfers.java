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
     * @return with which it can be taken back
     * @throws java.util.NoSuchElementException when there is no such person, team or manager
     * @throws IllegalArgumentException when the manager reports to that person, however many levels up
     */
    @PreAuthorize("hasAnyRole('HR', 'ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public Moved move(PersonId person, TeamId team, PersonId manager, LocalDate from) {
        PersonRef moved = directory.person(person).orElseThrow();
        TeamRef to = directory.team(team).orElseThrow();
        PersonRef above = directory.person(manager).orElseThrow();
        History was = history(person);
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
        return new Moved(person, was, history(person));
    }

    /**
     * Takes a move back: every day is again in the team and under the manager of before, what was planned included.
     *
     * @throws IllegalStateException when the person was moved once more since, or it would make somebody their own manager
     */
    @PreAuthorize("hasAnyRole('HR', 'ADMIN') or hasAuthority('SYSTEM')")
    @Transactional
    public void undo(Moved move) {
        PersonRef person = directory.person(move.person).orElseThrow();
        if (!history(move.person).equals(move.after)) {
            throw new IllegalStateException(person.name() + " was moved once more");
        }
        memberships.restore(move.person.value(), move.before.teams());
        try {
            lines.restore(move.person.value(), move.before.managers());
        } catch (ReportingCycle e) {
            throw new IllegalStateException("Somebody would be above themselves", e);
        }
        trail.record(
                "person.move-undone",
                new Trail.Subject("person", person.externalId(), person.name()),
                null,
                null,
                null);
        events.publishEvent(new PeopleChanged(ids.next()));
    }

    private History history(PersonId person) {
        return new History(memberships.of(person.value()), lines.of(person.value()));
    }

    /** In which teams and under whom somebody was, is and will be. */
    private record History(List<DatedLinks.Link> teams, List<DatedLinks.Link> managers) {}

    /** A move that was made. */
    public static final class Moved {

        private final PersonId person;
        private final History before;
        private final History after;

        private Moved(PersonId person, History before, History after) {
            this.person = person;
            this.before = before;
            this.after = after;
        }
    }
}
