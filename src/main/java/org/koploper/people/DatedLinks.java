package org.koploper.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table that says what somebody is linked to, from when to when, one at a time: memberships of teams, lines to
 * managers.
 */
final class DatedLinks {

    private final JdbcClient jdbc;
    private final JdbcTemplate bulk;
    private final Ids ids;
    private final String table;
    private final String column;

    DatedLinks(JdbcTemplate bulk, Ids ids, String table, String column) {
        this.jdbc = JdbcClient.create(bulk);
        this.bulk = bulk;
        this.ids = ids;
        this.table = table;
        this.column = column;
    }

    /** A subquery for what a person (alias r) is linked to on the day {@code :today}. */
    static String now(String table, String column) {
        return "(select max(l." + column + ") from " + table + " l where l.person_id = r.id and l.from_day <= :today"
                + " and (l.to_day is null or l.to_day >= :today))";
    }

    /** One row of the table. */
    record Link(
            long id,
            long person,
            long target,
            LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * A wish: that target from that day on, until further notice.
     *
     * @param target null for none
     * @param start for somebody who never had any link: since when it holds
     */
    record Wish(long person, @Nullable Long target, LocalDate start) {}

    /** All links of these persons, oldest first. */
    Map<Long, List<Link>> of(Collection<Long> persons) {
        Map<Long, List<Link>> links = new HashMap<>();
        for (List<Long> chunk : Chunks.of(persons)) {
            jdbc.sql("select id, person_id, " + column + " as target, from_day, to_day from " + table
                            + " where person_id in (:persons) order by from_day")
                    .param("persons", chunk)
                    .query((row, number) -> {
                        java.sql.Date to = row.getDate("to_day");
                        return new Link(
                                row.getLong("id"),
                                row.getLong("person_id"),
                                row.getLong("target"),
                                row.getDate("from_day").toLocalDate(),
                                to == null ? null : to.toLocalDate());
                    })
                    .list()
                    .forEach(link -> links.computeIfAbsent(link.person(), person -> new ArrayList<>())
                            .add(link));
        }
        return links;
    }

    /** The id of the target that each of these persons has on that day, as a text; those without any are left out. */
    Map<Long, String> targetsOn(Collection<Long> persons, LocalDate day) {
        Map<Long, String> targets = new HashMap<>();
        of(persons)
                .forEach((person, links) -> links.stream()
                        .filter(link -> !link.from().isAfter(day)
                                && (link.to() == null || !link.to().isBefore(day)))
                        .forEach(link -> targets.put(person, Long.toString(link.target()))));
        return targets;
    }

    /**
     * Fulfils the wishes from that day on: what held until then ends the day before, and what was planned for later is
     * dropped. Wishing what is there already changes nothing.
     */
    void change(List<Wish> wishes, LocalDate day) {
        Map<Long, List<Link>> now = of(wishes.stream().map(Wish::person).toList());
        List<Object[]> inserts = new ArrayList<>();
        List<Object[]> ends = new ArrayList<>();
        List<Object[]> deletes = new ArrayList<>();
        for (Wish wish : wishes) {
            List<Link> links = now.getOrDefault(wish.person(), List.of());
            LocalDate from = links.isEmpty() ? wish.start() : day;
            boolean there = false;
            for (Link link : links) {
                boolean holds = !link.from().isAfter(from) && link.to() == null;
                if (holds && Objects.equals(link.target(), wish.target())) {
                    there = true;
                } else if (!link.from().isBefore(from)) {
                    deletes.add(new Object[] {link.id()});
                } else if (link.to() == null || !link.to().isBefore(from)) {
                    ends.add(new Object[] {from.minusDays(1), link.id()});
                }
            }
            if (!there && wish.target() != null) {
                inserts.add(new Object[] {ids.next(), wish.person(), wish.target(), from});
            }
        }
        run("delete from " + table + " where id = ?", deletes);
        run("update " + table + " set to_day = ? where id = ?", ends);
        run("insert into " + table + " (id, person_id, " + column + ", from_day) values (?, ?, ?, ?)", inserts);
    }

    /** All links of that person, oldest first. */
    List<Link> of(long person) {
        return of(List.of(person)).getOrDefault(person, List.of());
    }

    /** Puts these links in the place of all that this person has. */
    void restore(long person, List<Link> links) {
        run("delete from " + table + " where person_id = ?", List.<Object[]>of(new Object[] {person}));
        run(
                "insert into " + table + " (id, person_id, " + column + ", from_day, to_day) values (?, ?, ?, ?, ?)",
                links.stream()
                        .map(link -> new Object[] {link.id(), person, link.target(), link.from(), link.to()})
                        .toList());
    }

    private void run(String sql, List<Object[]> rows) {
        // HSQLDB refuses an empty batch
        if (!rows.isEmpty()) {
            bulk.batchUpdate(sql, rows);
        }
    }
}
