package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.PersonRef;
import org.koploper.people.WorkCalendars;
import org.koploper.period.Period;
import org.springframework.stereotype.Component;

/** Who belonged to a team in a period, and how much they were at work before its end. */
@Component
class Members {

    /** What is open on a day is held against as many days before it. */
    private static final int DAYS_BEFORE = 90;

    private final KpiSql sql;
    private final WorkCalendars calendars;

    Members(KpiSql sql, WorkCalendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    /** One membership; who moved inside the scope is there for each team. */
    record Member(PersonRef person, long team) {}

    /** Whoever belonged to the team or those below it, or to any team of the organisation, on a day of the period; by name. */
    List<Member> of(KpiScope scope, Period period) {
        return sql.about(
                        scope,
                        "select distinct p.id, p.external_id, p.name, m.team_id from memberships m"
                                + " join persons p on p.id = m.person_id"
                                + " where m.from_day <= :to and (m.to_day is null or m.to_day >= :from)"
                                + (scope.kind() == KpiScope.Kind.TEAM ? " and m.team_id in (:teams)" : "")
                                + " order by p.name, p.id")
                .param("from", period.from())
                .param("to", period.to())
                .query((row, n) -> new Member(
                        new PersonRef(
                                new PersonId(row.getLong("id")), row.getString("external_id"), row.getString("name")),
                        row.getLong("team_id")))
                .list();
    }

    /** Days at work in the last three months up to that day, by contract and without absences. */
    Map<PersonId, Double> atWork(Collection<PersonId> people, LocalDate day) {
        Period before = new Period(day.minusDays(DAYS_BEFORE - 1L), day);
        List<PersonId> all = new ArrayList<>(people);
        Map<PersonId, NavigableMap<LocalDate, BigDecimal>> days =
                Caller.asSystem(() -> calendars.exposures(all, before));
        Map<PersonId, Double> sums = new HashMap<>();
        days.forEach((person, worked) -> sums.put(
                person,
                worked.values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .doubleValue()));
        return sums;
    }
}
