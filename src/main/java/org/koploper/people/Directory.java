package org.koploper.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.access.SignedInOnly;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who there is, in which team on which day, and who stands below whom: names and places, never numbers. */
@Service
public class Directory {

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That person; empty when there is none. */
    @SignedInOnly
    public Optional<PersonRef> person(PersonId person) {
        return Once.read(
                new OnePerson(person),
                () -> jdbc.sql("select id, external_id, name from persons where id = :id")
                        .param("id", person.value())
                        .query(Directory::personRow)
                        .optional());
    }

    /** The person with that external id; empty when there is none. */
    @SignedInOnly
    public Optional<PersonRef> personByExternalId(String externalId) {
        return jdbc.sql("select id, external_id, name from persons where external_id = :externalId")
                .param("externalId", externalId)
                .query(Directory::personRow)
                .optional();
    }

    /** Everybody, by name. */
    @SignedInOnly
    public List<PersonRef> people() {
        return jdbc.sql("select id, external_id, name from persons order by name, id")
                .query(Directory::personRow)
                .list();
    }

    /** That team; empty when there is none. */
    @SignedInOnly
    public Optional<TeamRef> team(TeamId team) {
        return all().stream().filter(one -> one.id().equals(team)).findFirst();
    }

    /** The team with that external id; empty when there is none. */
    @SignedInOnly
    public Optional<TeamRef> teamByExternalId(String externalId) {
        return all().stream().filter(one -> one.externalId().equals(externalId)).findFirst();
    }

    /** All teams, each parent before its children, brothers by name. */
    @SignedInOnly
    public List<TeamRef> teams() {
        Map<@Nullable TeamId, List<TeamRef>> children = children();
        List<TeamRef> ordered = new ArrayList<>();
        addBelow(null, children, ordered);
        return ordered;
    }

    /** That team and all teams below it, on whatever level. */
    @SignedInOnly
    public Set<TeamId> below(TeamId team) {
        List<TeamRef> below = new ArrayList<>();
        addBelow(team, children(), below);
        Set<TeamId> ids = new LinkedHashSet<>(Set.of(team));
        below.forEach(child -> ids.add(child.id()));
        return ids;
    }

    /** The team somebody belonged to on that day; empty when to none. */
    @SignedInOnly
    public Optional<TeamRef> teamOf(PersonId person, LocalDate day) {
        return Once.read(
                new TeamOn(person, day),
                () -> jdbc.sql("""
                select t.id, t.external_id, t.name, t.parent_id from teams t join memberships m on m.team_id = t.id
                where m.person_id = :person and m.from_day <= :day and (m.to_day is null or m.to_day >= :day)
                order by m.from_day desc
                fetch first 1 rows only
                """)
                        .param("person", person.value())
                        .param("day", day)
                        .query(Directory::teamRow)
                        .optional());
    }

    /** The teams these people belonged to on that day, in no order. */
    @SignedInOnly
    public Set<TeamId> teamsOf(Collection<PersonId> people, LocalDate day) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                select distinct team_id from memberships
                where person_id in (:people) and from_day <= :day and (to_day is null or to_day >= :day)
                """)
                .param("people", people.stream().map(PersonId::value).toList())
                .param("day", day)
                .query((row, n) -> new TeamId(row.getLong("team_id")))
                .list());
    }

    /** The people who belonged to exactly that team (not to one below it) on that day, by name. */
    @SignedInOnly
    public List<PersonRef> membersOf(TeamId team, LocalDate day) {
        return jdbc.sql("""
                select distinct p.id, p.external_id, p.name from persons p join memberships m on m.person_id = p.id
                where m.team_id = :team and m.from_day <= :day and (m.to_day is null or m.to_day >= :day)
                order by p.name, p.id
                """)
                .param("team", team.value())
                .param("day", day)
                .query(Directory::personRow)
                .list();
    }

    /** Everybody who on that day reported to the manager, directly or through others, by name; without the manager. */
    @SignedInOnly
    public List<PersonRef> peopleBelow(PersonId manager, LocalDate day) {
        return Once.read(
                new BelowOn(manager, day),
                () -> jdbc.sql("""
                select distinct p.id, p.external_id, p.name from persons p join managers_above a on a.person_id = p.id
                where a.manager_id = :manager and a.from_day <= :day and a.to_day >= :day
                order by p.name, p.id
                """)
                        .param("manager", manager.value())
                        .param("day", day)
                        .query(Directory::personRow)
                        .list());
    }

    /** The one somebody reports to on that day, directly; empty when to nobody. */
    @SignedInOnly
    public Optional<PersonRef> managerOf(PersonId person, LocalDate day) {
        return jdbc.sql("""
                select p.id, p.external_id, p.name from persons p join reporting_lines r on r.manager_id = p.id
                where r.person_id = :person and r.from_day <= :day and (r.to_day is null or r.to_day >= :day)
                order by r.from_day desc
                fetch first 1 rows only
                """)
                .param("person", person.value())
                .param("day", day)
                .query(Directory::personRow)
                .optional();
    }

    /** Those of these people who report to somebody on that day. */
    @SignedInOnly
    public Set<PersonId> managed(Collection<PersonId> people, LocalDate day) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql("select distinct person_id from reporting_lines where person_id in (:people)"
                        + " and from_day <= :day and (to_day is null or to_day >= :day)")
                .param("people", people.stream().map(PersonId::value).toList())
                .param("day", day)
                .query(Long.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    private Map<@Nullable TeamId, List<TeamRef>> children() {
        Map<@Nullable TeamId, List<TeamRef>> children = new HashMap<>();
        all().forEach(team -> children.computeIfAbsent(team.parent(), parent -> new ArrayList<>())
                .add(team));
        return children;
    }

    /** Every team, by name. */
    private List<TeamRef> all() {
        return Once.read(
                new AllTeams(),
                () -> jdbc.sql("select id, external_id, name, parent_id from teams order by name, id")
                        .query(Directory::teamRow)
                        .list());
    }

    private static void addBelow(
            @Nullable TeamId parent, Map<@Nullable TeamId, List<TeamRef>> children, List<TeamRef> into) {
        for (TeamRef child : children.getOrDefault(parent, List.of())) {
            into.add(child);
            addBelow(child.id(), children, into);
        }
    }

    private static PersonRef personRow(ResultSet row, int number) throws SQLException {
        return new PersonRef(new PersonId(row.getLong("id")), row.getString("external_id"), row.getString("name"));
    }

    private static TeamRef teamRow(ResultSet row, int number) throws SQLException {
        long parent = row.getLong("parent_id");
        TeamId above = row.wasNull() ? null : new TeamId(parent);
        return new TeamRef(new TeamId(row.getLong("id")), row.getString("external_id"), row.getString("name"), above);
    }

    private record OnePerson(PersonId person) {}

    private record AllTeams() {}

    private record TeamOn(PersonId person, LocalDate day) {}

    private record BelowOn(PersonId manager, LocalDate day) {}
}
