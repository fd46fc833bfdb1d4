package org.koploper.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.records.Aspect;
import org.koploper.records.Batch;
import org.koploper.records.Incoming;
import org.koploper.records.Known;
import org.koploper.records.Problems;
import org.koploper.records.Written;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes what lies around a person: employment first, since the first team and the first manager of somebody hold from
 * its start; where no start is said they have held always, so that sales of the past count for the team.
 */
@Component
class PeopleWriting {

    private final Employments employments;
    private final DatedLinks memberships;
    private final ReportingLines lines;

    PeopleWriting(Employments employments, ReportingLines lines, JdbcTemplate bulk, Ids ids) {
        this.employments = employments;
        this.lines = lines;
        this.memberships = new DatedLinks(bulk, ids, "memberships", "team_id");
    }

    List<Aspect> aspects() {
        return List.of(
                new Reading(PeopleKind.FROM, (ids, batch) -> said(ids, said -> said.from())),
                new Reading(PeopleKind.TO, (ids, batch) -> said(ids, said -> said.to())),
                new Reading(PeopleKind.FACTOR, (ids, batch) -> said(ids, said -> plain(said.factor()))),
                new Reading(
                        PeopleKind.TEAM,
                        (ids, batch) -> memberships.targetsOn(ids, batch.today()),
                        DatedLinks.now("memberships", "team_id")),
                new Reading(
                        PeopleKind.MANAGER,
                        (ids, batch) -> lines.managersOf(ids, batch.today()),
                        DatedLinks.now("reporting_lines", "manager_id")));
    }

    void write(Batch batch, List<Written> rows) {
        Map<Long, List<Employments.Stretch>> employed = employ(batch, rows);
        Function<Written, LocalDate> start = row -> {
            LocalDate from =
                    Employments.said(employed.getOrDefault(row.id(), List.of())).from();
            return from == null ? Days.ALWAYS : from;
        };
        List<Written> moved = changed(rows, PeopleKind.TEAM);
        memberships.change(
                moved.stream()
                        .map(row -> wish(row, PeopleKind.TEAM, start.apply(row)))
                        .toList(),
                batch.today());
        List<Written> managed = changed(rows, PeopleKind.MANAGER);
        if (!managed.isEmpty()) {
            // reaching back to the start of somebody who already has people below could close a circle in the past
            Set<Long> strangers =
                    lines.strangers(managed.stream().map(Written::id).toList());
            lines.change(
                    managed.stream()
                            .map(row -> wish(
                                    row,
                                    PeopleKind.MANAGER,
                                    strangers.contains(row.id()) ? start.apply(row) : batch.today()))
                            .toList(),
                    batch.today());
        }
    }

    /** Derives anew what follows from the reporting lines of these persons. */
    void restored(Collection<Long> persons) {
        lines.rebuild(persons);
    }

    private Map<Long, List<Employments.Stretch>> employ(Batch batch, List<Written> rows) {
        Map<Long, List<Employments.Stretch>> now =
                employments.of(rows.stream().map(Written::id).toList());
        Map<Long, List<Employments.Stretch>> wanted = new HashMap<>();
        for (Written row : rows) {
            List<Employments.Stretch> before = now.getOrDefault(row.id(), List.of());
            Employments.Said said = new Employments.Said(
                    PeopleKind.day(row.after().get(PeopleKind.FROM)),
                    PeopleKind.day(row.after().get(PeopleKind.TO)),
                    PeopleKind.number(row.after().get(PeopleKind.FACTOR)));
            if (isChanged(row, PeopleKind.FROM) || isChanged(row, PeopleKind.TO) || isChanged(row, PeopleKind.FACTOR)) {
                wanted.put(row.id(), Employments.changed(before, said, batch.today()));
            }
        }
        employments.replace(wanted);
        now.putAll(wanted);
        return now;
    }

    private static List<Written> changed(List<Written> rows, String field) {
        return rows.stream().filter(row -> isChanged(row, field)).toList();
    }

    private static boolean isChanged(Written row, String field) {
        Object before = row.before() == null ? null : row.before().get(field);
        return !Objects.equals(before, row.after().get(field));
    }

    private static DatedLinks.Wish wish(Written row, String field, LocalDate start) {
        return new DatedLinks.Wish(row.id(), PeopleKind.reference(row.after().get(field)), start);
    }

    private Map<Long, String> said(Collection<Long> ids, Function<Employments.Said, @Nullable Object> part) {
        Map<Long, String> said = new HashMap<>();
        employments.of(new ArrayList<>(ids)).forEach((person, stretches) -> {
            Object value = part.apply(Employments.said(stretches));
            if (value != null) {
                said.put(person, value.toString());
            }
        });
        return said;
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : Decimals.plain(number);
    }

    /** Tells what is there; {@link #write} does the writing, for all of them in the right order. */
    private record Reading(
            String field,
            BiFunction<Collection<Long>, Batch, Map<Long, String>> reading,
            @Nullable String sql) implements Aspect {

        Reading(String field, BiFunction<Collection<Long>, Batch, Map<Long, String>> reading) {
            this(field, reading, null);
        }

        @Override
        public @Nullable String canonical(String text, Incoming row, Known known, Problems problems) {
            if (!field.equals(PeopleKind.FACTOR)) {
                return text;
            }
            BigDecimal factor = new BigDecimal(text);
            // full time is what is assumed where nothing is said
            return factor.compareTo(BigDecimal.ONE) == 0 ? null : plain(factor);
        }

        @Override
        public Map<Long, String> read(Collection<Long> ids, Batch batch) {
            return reading.apply(ids, batch);
        }

        @Override
        public void write(Map<Long, @Nullable String> wanted, Batch batch) {
            // see the class comment
        }
    }
}
