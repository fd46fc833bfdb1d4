package org.koploper.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From when to when people are employed, and which part of full time. */
@Component
class Employments {

    private final JdbcClient jdbc;
    private final JdbcTemplate bulk;
    private final Ids ids;

    Employments(JdbcTemplate bulk, Ids ids) {
        this.jdbc = JdbcClient.create(bulk);
        this.bulk = bulk;
        this.ids = ids;
    }

    /** One stretch of days with one part-time factor. */
    record Stretch(LocalDate from, @Nullable LocalDate to, BigDecimal factor) {

        boolean continues(Stretch earlier) {
            return earlier.to != null && earlier.to.plusDays(1).equals(from);
        }
    }

    /** What people say of an employment: first day, last day, part of full time; null for what they do not. */
    record Said(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal factor) {

        static final Said NOTHING = new Said(null, null, null);
    }

    /** The stretches of each of these persons, oldest first. */
    Map<Long, List<Stretch>> of(Collection<Long> persons) {
        Map<Long, List<Stretch>> stretches = new HashMap<>();
        for (List<Long> chunk : Chunks.of(persons)) {
            jdbc.sql("""
                    select person_id, from_day, to_day, part_time_factor from employments
                    where person_id in (:persons) order by from_day
                    """).param("persons", chunk).query(row -> {
                java.sql.Date to = row.getDate("to_day");
                stretches
                        .computeIfAbsent(row.getLong("person_id"), person -> new ArrayList<>())
                        .add(new Stretch(
                                row.getDate("from_day").toLocalDate(),
                                to == null ? null : to.toLocalDate(),
                                row.getBigDecimal("part_time_factor")));
            });
        }
        return stretches;
    }

    /** The latest employment as people would say it: a change of the factor does not start a new one. */
    static Said said(List<Stretch> stretches) {
        if (stretches.isEmpty()) {
            return Said.NOTHING;
        }
        Stretch last = stretches.getLast();
        LocalDate from = stretches.get(firstOfRun(stretches)).from();
        return new Said(
                from.equals(Days.ALWAYS) ? null : from,
                last.to(),
                last.factor().compareTo(BigDecimal.ONE) == 0 ? null : last.factor());
    }

    /**
     * The stretches after somebody said something new. Another first or last day corrects the latest employment, unless
     * the first day lies after its end: then a new one begins. Another factor holds from that day on.
     */
    static List<Stretch> changed(List<Stretch> before, Said said, LocalDate day) {
        LocalDate from = said.from() == null ? Days.ALWAYS : said.from();
        BigDecimal factor = said.factor() == null ? BigDecimal.ONE : said.factor();
        List<Stretch> after = new ArrayList<>(before);
        if (before.isEmpty() || isAfterEnd(from, before.getLast())) {
            if (!before.isEmpty() || !said.equals(Said.NOTHING)) {
                after.add(new Stretch(from, said.to(), factor));
            }
            return after;
        }
        List<Stretch> run = after.subList(firstOfRun(after), after.size());
        run.removeIf(stretch -> stretch.to() != null && stretch.to().isBefore(from) && stretch != run.getLast());
        run.removeIf(stretch -> said.to() != null && stretch.from().isAfter(said.to()) && stretch != run.getFirst());
        run.set(0, new Stretch(from, run.getFirst().to(), run.getFirst().factor()));
        Stretch last = run.getLast();
        boolean other = last.factor().compareTo(factor) != 0;
        if (other
                && last.from().isBefore(day)
                && (said.to() == null || !said.to().isBefore(day))) {
            run.set(run.size() - 1, new Stretch(last.from(), day.minusDays(1), last.factor()));
            run.add(new Stretch(day, said.to(), factor));
        } else {
            run.set(run.size() - 1, new Stretch(last.from(), said.to(), factor));
        }
        return after;
    }

    private static boolean isAfterEnd(LocalDate from, Stretch last) {
        return last.to() != null && from.isAfter(last.to());
    }

    private static int firstOfRun(List<Stretch> stretches) {
        int first = stretches.size() - 1;
        while (first > 0 && stretches.get(first).continues(stretches.get(first - 1))) {
            first--;
        }
        return first;
    }

    /** Replaces all stretches of these persons. */
    void replace(Map<Long, List<Stretch>> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        bulk.batchUpdate(
                "delete from employments where person_id = ?",
                wanted.keySet().stream().map(person -> new Object[] {person}).toList());
        List<Object[]> rows = new ArrayList<>();
        wanted.forEach((person, stretches) -> stretches.forEach(stretch ->
                rows.add(new Object[] {ids.next(), person, stretch.from(), stretch.to(), stretch.factor()})));
        if (!rows.isEmpty()) {
            bulk.batchUpdate(
                    "insert into employments (id, person_id, from_day, to_day, part_time_factor) values (?, ?, ?, ?, ?)",
                    rows);
        }
    }
}
