package org.koploper.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.access.SystemOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From when to when people report to whom; read in bulk, for commission. */
@Service
public class ReportingDays {

    private final JdbcClient jdbc;

    ReportingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One person under one manager.
     *
     * @param code external id of the person
     * @param managerCode external id of the manager
     * @param from first day, included; null when it is not known
     * @param to last day, included; null while there is no end
     */
    public record Reports(
            PersonId person,
            String code,
            PersonId manager,
            String managerCode,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** All lines, to whomever, of everybody who is or was ever below one of these, however far. */
    @SystemOnly
    @Transactional(readOnly = true)
    public List<Reports> below(Collection<PersonId> managers) {
        List<Reports> reports = new ArrayList<>();
        for (List<Long> chunk : Chunks.of(idsBelow(managers))) {
            jdbc.sql("""
                    select r.person_id, p.external_id as code, r.manager_id, m.external_id as manager_code,
                      r.from_day, r.to_day
                    from reporting_lines r join persons p on p.id = r.person_id join persons m on m.id = r.manager_id
                    where r.person_id in (:people) order by r.person_id, r.from_day
                    """).param("people", chunk).query(row -> {
                LocalDate from = row.getObject("from_day", LocalDate.class);
                reports.add(new Reports(
                        new PersonId(row.getLong("person_id")),
                        row.getString("code"),
                        new PersonId(row.getLong("manager_id")),
                        row.getString("manager_code"),
                        from.equals(Days.ALWAYS) ? null : from,
                        row.getObject("to_day", LocalDate.class)));
            });
        }
        return reports;
    }

    /** Everybody who is or was ever below one of these, however far. */
    @SystemOnly
    @Transactional(readOnly = true)
    public Set<PersonId> peopleBelow(Collection<PersonId> managers) {
        return idsBelow(managers).stream().map(PersonId::new).collect(Collectors.toSet());
    }

    private Set<Long> idsBelow(Collection<PersonId> managers) {
        Set<Long> people = new TreeSet<>();
        for (List<Long> chunk : Chunks.of(managers.stream().map(PersonId::value).toList())) {
            people.addAll(jdbc.sql("select distinct person_id from managers_above where manager_id in (:managers)")
                    .param("managers", chunk)
                    .query(Long.class)
                    .list());
        }
        return people;
    }
}
