package org.koploper.commission;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Need;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which months of whom can have moved: by what they sold themselves, by what people below them did or earn, and by what those
 * did who are paid together with them; {@link Dependants} finds the latter.
 */
final class Spans {

    private final Map<PersonId, Span> own = new HashMap<>();
    private final Map<PersonId, Span> below = new HashMap<>();
    private final Map<PersonId, Span> beside = new HashMap<>();
    private final Map<PersonId, Span> earned = new HashMap<>();
    private final Map<PersonId, Integer> days = new HashMap<>();

    /** All months from that one on. */
    static Spans from(Collection<PersonId> payees, YearMonth month) {
        Spans spans = new Spans();
        payees.forEach(payee -> spans.own.put(payee, new Span(month, Span.ALWAYS.to())));
        return spans;
    }

    /** The persons and days of a batch in {@code touched_days}, and whoever is or was above those persons. */
    static Spans touched(JdbcClient jdbc, long batch) {
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
        return spans;
    }

    /**
     * What moved one of these, who are paid together, moves all of them.
     *
     * @return whether that moves anybody more than was known
     */
    boolean spread(Set<PersonId> people) {
        Optional<Span> moved = Stream.of(own, below, earned)
                .flatMap(spans -> spans.entrySet().stream())
                .filter(span -> people.contains(span.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Span::and);
        return moved.isPresent()
                && people.stream()
                                .filter(person -> add(beside, person, moved.get()))
                                .count()
                        > 0;
    }

    /**
     * People below a manager earn something else in these months, and that manager is paid on what they leave.
     *
     * @return whether that moves the manager more than was known
     */
    boolean below(PersonId manager, Span months) {
        return add(earned, manager, months);
    }

    private static boolean add(Map<PersonId, Span> spans, PersonId person, Span more) {
        Span before = spans.get(person);
        return !Objects.equals(before, spans.merge(person, more, Span::and));
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
        persons.addAll(earned.keySet());
        return persons;
    }

    /** How many touched days that person hangs together with, where they are known; else 0. */
    int days(PersonId person) {
        return days.getOrDefault(person, 0);
    }

    private static Optional<Span> where(
            Map<PersonId, Span> spans, PersonId person, List<Piece> plans, Predicate<Piece> matters) {
        return plans.stream().anyMatch(matters) ? Optional.ofNullable(spans.get(person)) : Optional.empty();
    }

    /** Widened by the windows of these plans of that person; null where none of them is about what has moved. */
    @Nullable
    Span of(PersonId person, List<Piece> plans) {
        return Stream.of(
                        Optional.ofNullable(own.get(person)),
                        where(below, person, plans, piece -> piece.asks(Set.of(Need.TEAM))),
                        where(earned, person, plans, piece -> piece.asks(Set.of(Need.LOWER_LEVELS))),
                        where(beside, person, plans, Piece::isPaidTogether))
                .flatMap(Optional::stream)
                .reduce(Span::and)
                .map(moved -> moved.widened(plans))
                .orElse(null);
    }
}
