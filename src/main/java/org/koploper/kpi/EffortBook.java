package org.koploper.kpi;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamId;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The weekly efforts of people: what they did and what came of it. A week counts on its Monday. The number of statements
 * depends neither on the number of people nor on that of weeks.
 */
@Service
public class EffortBook {

    private final JdbcClient jdbc;
    private final Directory directory;
    private final WorkCalendars calendars;
    private final EffortAccess access;
    private final Clock clock;

    EffortBook(JdbcClient jdbc, Directory directory, WorkCalendars calendars, EffortAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.calendars = calendars;
        this.access = access;
        this.clock = clock;
    }

    /** Of one person. */
    @PreAuthorize("@effortAccess.sees(#person)")
    @Transactional(readOnly = true)
    public Effort of(PersonId person, Period period) {
        return read(period, " and e.person_id in (:people)", Map.of("people", Set.of(person.value())));
    }

    /**
     * Of everybody together who was in that team, or in one below it, on the Monday: as far as the caller may see them, so
     * {@link Effort#byPerson()} says of whom it is.
     */
    @PreAuthorize("@effortAccess.seesSeveral()")
    @Transactional(readOnly = true)
    public Effort ofTeam(TeamId team, Period period) {
        Collection<Long> teams =
                directory.below(team).stream().map(TeamId::value).collect(Collectors.toSet());
        return seen(period, """
                 and exists (select 1 from memberships m where m.person_id = e.person_id and m.team_id in (:teams)
                   and m.from_day <= e.week_start and (m.to_day is null or m.to_day >= e.week_start))
                """, Map.of("teams", teams));
    }

    /** Of everybody together whom the caller may see, the caller included. */
    @PreAuthorize("@effortAccess.seesSeveral()")
    @Transactional(readOnly = true)
    public Effort together(Period period) {
        return seen(period, "", Map.of());
    }

    private Effort seen(Period period, String condition, Map<String, Object> values) {
        if (access.seesAll()) {
            return read(period, condition, values);
        }
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("self", Caller.now().self().value());
        all.put("today", LocalDate.now(clock));
        return read(period, condition + """
                 and (e.person_id = :self or exists (select 1 from managers_above a where a.manager_id = :self
                   and a.person_id = e.person_id and a.from_day <= :today and a.to_day >= :today))
                """, all);
    }

    private Effort read(Period period, String condition, Map<String, Object> values) {
        List<Row> rows = jdbc.sql("""
                select p.id, p.external_id, p.name, e.week_start, e.calls, e.decision_makers, e.meetings,
                  e.callbacks_short, e.callbacks_long, e.other, e.minutes
                from weekly_efforts e join persons p on p.id = e.person_id
                where e.week_start between :from and :to
                """ + condition + " order by p.name, p.id, e.week_start")
                .param("from", period.from())
                .param("to", period.to())
                .params(values)
                .query(EffortBook::row)
                .list();
        Map<PersonRef, EffortCounts> byPerson = new LinkedHashMap<>();
        rows.forEach(row -> byPerson.merge(row.person(), row.counts(), EffortCounts::plus));
        return new Effort(period, weeks(rows, byPerson.keySet()), byPerson);
    }

    private List<EffortWeek> weeks(List<Row> rows, Set<PersonRef> people) {
        if (rows.isEmpty()) {
            return List.of();
        }
        NavigableMap<LocalDate, List<Row>> byWeek =
                rows.stream().collect(Collectors.groupingBy(Row::monday, TreeMap::new, Collectors.toList()));
        Period days = new Period(byWeek.firstKey(), byWeek.lastKey().plusDays(6));
        // whoever may see the effort may see the days it took
        Map<PersonId, NavigableMap<LocalDate, BigDecimal>> exposures = Caller.asSystem(
                () -> calendars.exposures(people.stream().map(PersonRef::id).toList(), days));
        return byWeek.entrySet().stream()
                .map(week -> new EffortWeek(
                        week.getKey(),
                        week.getValue().size(),
                        week.getValue().stream().map(Row::counts).reduce(EffortCounts.NONE, EffortCounts::plus),
                        week.getValue().stream()
                                .map(row -> days(exposures.get(row.person().id()), row.monday()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toList();
    }

    private static BigDecimal days(@Nullable NavigableMap<LocalDate, BigDecimal> worked, LocalDate monday) {
        NavigableMap<LocalDate, BigDecimal> days = worked == null ? Collections.emptyNavigableMap() : worked;
        return days.subMap(monday, true, monday.plusDays(6), true).values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        int calls = row.getInt("calls");
        // none at all is what nobody wrote down
        int minutes = row.getInt("minutes");
        return new Row(
                new PersonRef(new PersonId(row.getLong("id")), row.getString("external_id"), row.getString("name")),
                row.getObject("week_start", LocalDate.class),
                new EffortCounts(
                        calls,
                        row.getInt("decision_makers"),
                        row.getInt("meetings"),
                        row.getInt("callbacks_short"),
                        row.getInt("callbacks_long"),
                        row.getInt("other"),
                        minutes,
                        minutes > 0 ? calls : 0));
    }

    private record Row(PersonRef person, LocalDate monday, EffortCounts counts) {}
}
