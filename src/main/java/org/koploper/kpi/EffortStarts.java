package org.koploper.kpi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.koploper.access.PersonId;
import org.koploper.kpi.StartCurve.Start;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people start: their first half year of calls, beside that of whoever started before them. */
@Service
public class EffortStarts {

    /** Employments from then on have no known first day. */
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private final JdbcClient jdbc;

    EffortStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The start of one person beside those of the whole organisation who started on an earlier day, in one statement.
     *
     * @return empty where the first day of service is not known, or no call is known of the first half year
     */
    @PreAuthorize("@effortAccess.sees(#person)")
    @Transactional(readOnly = true)
    public Optional<StartCurve> of(PersonId person) {
        Map<Long, Start> starts = new HashMap<>();
        jdbc.sql("""
                select e.person_id, s.first_day, e.week_start, e.calls, e.meetings
                from weekly_efforts e
                join (select person_id, min(from_day) as first_day from employments group by person_id) s
                  on s.person_id = e.person_id
                where s.first_day > :always
                  and e.week_start > s.first_day - interval '7' day
                  and e.week_start < s.first_day + interval '6' month
                  and (e.person_id = :person
                    or s.first_day < (select min(o.from_day) from employments o where o.person_id = :person))
                """).param("always", ALWAYS).param("person", person.value()).query(row -> {
            LocalDate firstDay = row.getObject("first_day", LocalDate.class);
            starts.computeIfAbsent(row.getLong("person_id"), id -> new Start(firstDay, new TreeMap<>()))
                    .counts()
                    .put(
                            row.getObject("week_start", LocalDate.class),
                            new EffortCounts(row.getInt("calls"), 0, row.getInt("meetings"), 0, 0, 0, 0, 0));
        });
        Start own = starts.remove(person.value());
        return own == null
                ? Optional.empty()
                : Optional.of(StartCurve.of(own.firstDay(), own.counts(), List.copyOf(starts.values())));
    }
}
