package org.koploper.game;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.access.PersonId;
import org.koploper.access.PersonOnly;
import org.koploper.access.SignedInOnly;
import org.koploper.audit.Trail;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Kudos between colleagues who see each other on boards: to each other person once a day. They count for nothing, and a
 * name that is hidden on boards is hidden here too.
 */
@Service
public class Kudos {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final BoardNames names;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Kudos(
            JdbcClient jdbc,
            Directory directory,
            BoardNames names,
            Trail trail,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.names = names;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Gives somebody kudos, who is told; nothing happens where the caller did so today already.
     *
     * @throws AccessDeniedException for oneself, somebody who hides the name, or nobody who exists
     */
    @PersonOnly
    @Transactional
    public void give(PersonId receiver) {
        CurrentUser user = Caller.now();
        PersonRef to = directory
                .person(receiver)
                .filter(person ->
                        !user.is(receiver) && !names.hiddenFromCaller().contains(receiver.value()))
                .orElseThrow(() -> new AccessDeniedException("Not somebody to give kudos to"));
        if (today(receiver).isPresent()) {
            return;
        }
        long id = ids.next();
        jdbc.sql("insert into kudos (id, giver_id, receiver_id, given_on) values (:id, :giver, :receiver, :today)")
                .param("id", id)
                .param("giver", user.self().value())
                .param("receiver", receiver.value())
                .param("today", LocalDate.now(clock))
                .update();
        record("kudos.given", to);
        events.publishEvent(new KudosGiven(id, receiver, names.hidesMe() && names.mayHide() ? null : user.name()));
    }

    /** Takes back what the caller gave that person today; nothing happens where that is nothing. */
    @PersonOnly
    @Transactional
    public void takeBack(PersonId receiver) {
        today(receiver).ifPresent(id -> {
            jdbc.sql("delete from kudos where id = :id").param("id", id).update();
            record("kudos.taken-back", directory.person(receiver).orElseThrow());
            events.publishEvent(new KudosTakenBack(id, receiver));
        });
    }

    /** Whether the caller gave that person kudos today. */
    @PersonOnly
    @Transactional(readOnly = true)
    public boolean gaveToday(PersonId receiver) {
        return today(receiver).isPresent();
    }

    /**
     * The newest kudos for members of the team, or of one below it, as they were members on that day; without those for
     * somebody whose name is hidden from the caller.
     *
     * @param most how many at most
     */
    @SignedInOnly
    @Transactional(readOnly = true)
    public List<Given> newest(TeamId team, Period period, int most) {
        Set<Long> teams = new TeamTree(directory.teams()).below(team.value());
        Set<Long> hidden = names.hiddenFromCaller();
        return jdbc.sql("""
                select k.giver_id, g.name as giver, r.name as receiver, k.given_on
                from kudos k join persons g on g.id = k.giver_id join persons r on r.id = k.receiver_id
                where k.given_on between :from and :to and k.receiver_id not in (:hidden)
                  and exists (select 1 from memberships m where m.person_id = k.receiver_id and m.team_id in (:teams)
                    and m.from_day <= k.given_on and (m.to_day is null or m.to_day >= k.given_on))
                order by k.given_on desc, k.id desc fetch first :most rows only
                """)
                .param("from", period.from())
                .param("to", period.to())
                .param("hidden", hidden.isEmpty() ? Set.of(0L) : hidden)
                .param("teams", teams)
                .param("most", most)
                .query((row, n) -> new Given(
                        hidden.contains(row.getLong("giver_id")) ? null : row.getString("giver"),
                        row.getString("receiver"),
                        row.getObject("given_on", LocalDate.class)))
                .list();
    }

    private Optional<Long> today(PersonId receiver) {
        return jdbc.sql(
                        "select id from kudos where giver_id = :giver and receiver_id = :receiver and given_on = :today")
                .param("giver", Caller.now().self().value())
                .param("receiver", receiver.value())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .optional();
    }

    private void record(String action, PersonRef to) {
        trail.record(action, new Trail.Subject("person", to.id().toString(), to.name()), null, null, null);
    }

    /**
     * Kudos that somebody got.
     *
     * @param giver null where that name is hidden from the caller
     */
    public record Given(@Nullable String giver, String receiver, LocalDate on) {}
}
