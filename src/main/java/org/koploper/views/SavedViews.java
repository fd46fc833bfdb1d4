package org.koploper.views;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonOnly;
import org.koploper.audit.Trail;
import org.koploper.people.Directory;
import org.koploper.people.TeamRef;
import org.koploper.storage.Ids;
import org.koploper.views.ViewRefused.Reason;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps saved views. Everybody has the own ones and uses those that somebody shared with the team one is in today; only
 * their maker changes them. A view is a filter and never a right: whoever uses it sees what they may see.
 */
@Service
public class SavedViews {

    /** The longest name. */
    public static final int LONGEST_NAME = 80;

    private static final int LONGEST_QUERY = 2_000;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Directory directory, Trail trail, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those of a screen that the caller may use, by name, the own ones first. */
    @PersonOnly
    @Transactional(readOnly = true)
    public List<SavedView> of(String screen) {
        long self = self();
        return jdbc.sql("""
                select v.id, v.name, v.query, v.owner_id, v.team_id, p.name as owner_name
                from saved_views v join persons p on p.id = v.owner_id
                where v.screen = :screen and (v.owner_id = :self or exists (select 1 from memberships m
                    where m.team_id = v.team_id and m.person_id = :self
                      and m.from_day <= :today and (m.to_day is null or m.to_day >= :today)))
                order by case when v.owner_id = :self then 0 else 1 end, v.name, v.id
                """)
                .param("screen", screen)
                .param("self", self)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> new SavedView(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("query"),
                        row.getLong("owner_id") == self,
                        row.getString("owner_name"),
                        row.getObject("team_id") != null))
                .list();
    }

    /** The team that the caller could share a view with today; empty for who is in none. */
    @PersonOnly
    @Transactional(readOnly = true)
    public Optional<TeamRef> ownTeam() {
        return directory.teamOf(Caller.now().self(), LocalDate.now(clock));
    }

    /**
     * Keeps what a screen shows under a name.
     *
     * @param screen its path, without parameters
     * @param query the part of its address after the question mark
     * @param shared whether the own team sees it too
     * @return its id
     * @throws ViewRefused when the name is missing, too long or taken, or there is nobody to share it with
     */
    @PersonOnly
    @Transactional
    public long save(String screen, String name, String query, boolean shared) {
        String called = checked(name);
        if (query.length() > LONGEST_QUERY || screen.length() > LONGEST_NAME) {
            throw new ViewRefused(Reason.TOO_LONG);
        }
        int kept = jdbc.sql("select count(*) from saved_views where owner_id = :self and screen = :screen")
                .param("self", self())
                .param("screen", screen)
                .query(Integer.class)
                .single();
        if (kept >= MOST) {
            throw new ViewRefused(Reason.TOO_MANY);
        }
        refuseTaken(screen, called, null);
        Long team = shared
                ? ownTeam()
                        .orElseThrow(() -> new ViewRefused(Reason.NO_TEAM))
                        .id()
                        .value()
                : null;
        long id = ids.next();
        unlessTaken(() -> jdbc.sql("""
                insert into saved_views (id, owner_id, screen, name, query, team_id, saved_at)
                values (:id, :self, :screen, :name, :query, :team, :now)
                """)
                .param("id", id)
                .param("self", self())
                .param("screen", screen)
                .param("name", called)
                .param("query", query)
                .param("team", team)
                .param("now", Timestamp.valueOf(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .update());
        trail.record("view.saved", subject(id, called), null, screen + "?" + query, null);
        return id;
    }

    /**
     * Gives an own view another name.
     *
     * @throws ViewRefused when that name is missing, too long or taken
     * @throws AccessDeniedException when it is not the caller's, or is no longer there
     */
    @PersonOnly
    @Transactional
    public void rename(long id, String name) {
        String called = checked(name);
        Kept kept = own(id);
        refuseTaken(kept.screen(), called, id);
        unlessTaken(() -> jdbc.sql("update saved_views set name = :name where id = :id and owner_id = :self")
                .param("name", called)
                .param("id", id)
                .param("self", self())
                .update());
        trail.record("view.renamed", subject(id, called), kept.name(), called, null);
    }

    /**
     * Takes an own view away, for oneself and for the team.
     *
     * @throws AccessDeniedException when it is not the caller's, or is no longer there
     */
    @PersonOnly
    @Transactional
    public void delete(long id) {
        Kept kept = own(id);
        jdbc.sql("delete from saved_views where id = :id and owner_id = :self")
                .param("id", id)
                .param("self", self())
                .update();
        trail.record("view.deleted", subject(id, kept.name()), kept.screen() + "?" + kept.query(), null, null);
    }

    private record Kept(String screen, String name, String query) {}

    private Kept own(long id) {
        return jdbc.sql("select screen, name, query from saved_views where id = :id and owner_id = :self")
                .param("id", id)
                .param("self", self())
                .query((row, number) ->
                        new Kept(row.getString("screen"), row.getString("name"), row.getString("query")))
                .optional()
                .orElseThrow(() -> new AccessDeniedException("No such view, or not yours"));
    }

    private static String checked(String name) {
        String called = name.strip();
        if (called.isEmpty()) {
            throw new ViewRefused(Reason.NAME_MISSING);
        }
        if (called.length() > LONGEST_NAME) {
            throw new ViewRefused(Reason.NAME_TOO_LONG);
        }
        return called;
    }

    private void refuseTaken(String screen, String name, @Nullable Long except) {
        boolean taken = jdbc
                .sql("""
                select id from saved_views where owner_id = :self and screen = :screen and name = :name
                """)
                .param("self", self())
                .param("screen", screen)
                .param("name", name)
                .query(Long.class)
                .list()
                .stream()
                .anyMatch(found -> !found.equals(except));
        if (taken) {
            throw new ViewRefused(Reason.NAME_TAKEN);
        }
    }

    /** Another tab may have taken the name between the look and the write. */
    private static void unlessTaken(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw new ViewRefused(Reason.NAME_TAKEN);
        }
    }

    private static Trail.Subject subject(long id, String name) {
        return new Trail.Subject("view", String.valueOf(id), name);
    }

    private static long self() {
        return Caller.now().self().value();
    }
}
