package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Need;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which months of whom can have moved: by what they sold themselves, by what people below them did, and
 * by what those did who are paid together with them.
 */
final class Spans {

    private final Map<PersonId, Span> own = new HashMap<>();
    private final Map<PersonId, Span> below = new HashMap<>();
    private final Map<PersonId, Span> beside = new HashMap<>();
    private final Map<PersonId, Integer> days = new HashMap<>();

    /** All months from that one on. */
    static Spans from(Collection<PersonId> payees, YearMonth month) {
        Spans spans = new Spans();
        payees.forEach(payee -> spans.own.put(payee, new Span(month, Span.ALWAYS.to())));
        return spans;
    }

    /**
     * The persons and days of a batch in {@code touched_days}, and whoever is or was above those persons.
     *
     * @param together people whose pay hangs together with that of all others in their set
     */
    static Spans touched(JdbcClient jdbc, long batch, List<Set<PersonId>> together) {
        Spans spans = new Spans();
        spans.read(jdbc, batch, spans.own, """
                select t.person_id, min(t.touched_day) as first_day, max(t.touched_day) as last_day, count(*) as days
                from touched_days t where t.batch = :batch group by t.person_id
                """);
        spans.read(jdbc, batch, spans.below, """
                select m.manager_id as person_id, min(t.touched_day) as first_day, max(t.touched_day) as last_day,
                  count(*) as days
                from touched_days t join managers_above m on m.person_id = t.person_id
                where t.batch = :batch group by m.manager_id
                """);
        together.forEach(spans::spread);
        return spans;
    }

    private void spread(Set<PersonId> people) {
        Stream.concat(own.entrySet().stream(), below.entrySet().stream())
                .filter(moved -> people.contains(moved.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Span::and)
                .ifPresent(moved -> people.forEach(person -> beside.merge(person, moved, Span::and)));
    }

    private void read(JdbcClient jdbc, long batch, Map<PersonId, Span> spans, String sql) {
        jdbc.sql(sql).param("batch", batch).query(row -> {
            PersonId person = new PersonId(row.getLong("person_id"));
            days.merge(person, row.getInt("days"), Integer::sum);
            spans.put(
                    person,
                    new Span(
                            YearMonth.from(row.getObject("first_day", LocalDate.class)),
                            YearMonth.from(row.getObject("last_day", LocalDate.class))));
        });
    }

    Set<PersonId> persons() {
        Set<PersonId> persons = new HashSet<>(own.keySet());
        persons.addAll(below.keySet());
        persons.addAll(beside.keySet());
        return persons;
    }

    /** How many touched days that person hangs together with, where they are known; else 0. */
    int days(PersonId person) {
        return days.getOrDefault(person, 0);
    }

    /** Widened by the windows of these plans of that person; null where none of them is about what has moved. */
    @Nullable
    Span of(PersonId person, List<Piece> plans) {
        Span moved = own.get(person);
        Span through = below.get(person);
        if (through != null && plans.stream().anyMatch(piece -> piece.asks(Set.of(Need.TEAM)))) {
            moved = moved == null ? through : moved.and(through);
        }
        Span others = beside.get(person);
        if (others != null && plans.stream().anyMatch(Piece::isPaidTogether)) {
            moved = moved == null ? others : moved.and(others);
        }
        return moved == null ? null : moved.widened(plans);
    }
}
