package org.koploper.people;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which team, under whom, as what and how much somebody works, from when to when. */
@Service
public class Careers {

    private final JdbcClient jdbc;
    private final JobRoles roles;

    Careers(JdbcClient jdbc, JobRoles roles) {
        this.jdbc = jdbc;
        this.roles = roles;
    }

    /** All that was, is and is planned, the latest first; four queries, however much there is. */
    @PreAuthorize("@reach.seesPerson(#person)")
    @Transactional(readOnly = true)
    public List<Stay> of(PersonId person) {
        List<Stay> all = new ArrayList<>();
        all.addAll(read(
                person,
                "select l.from_day, l.to_day, t.name from memberships l join teams t on t.id = l.team_id"
                        + " where l.person_id = :person",
                row -> stay(row, What.TEAM, row.getString("name"), null)));
        all.addAll(read(
                person,
                "select l.from_day, l.to_day, p.name from reporting_lines l join persons p on p.id = l.manager_id"
                        + " where l.person_id = :person",
                row -> stay(row, What.MANAGER, row.getString("name"), null)));
        roles.read(List.of(person.value()))
                .getOrDefault(person.value(), List.of())
                .forEach(role -> all.add(new Stay(What.JOB_ROLE, role.name(), null, role.from(), role.to())));
        all.addAll(read(
                person,
                "select from_day, to_day, part_time_factor from employments where person_id = :person",
                row -> stay(row, What.WORK, "", row.getBigDecimal("part_time_factor"))));
        all.sort(Comparator.comparing(Stay::from).reversed().thenComparing(Stay::what));
        return all;
    }

    private List<Stay> read(PersonId person, String sql, Reading reading) {
        return jdbc.sql(sql)
                .param("person", person.value())
                .query((row, number) -> reading.of(row))
                .list();
    }

    private static Stay stay(ResultSet row, What what, String name, @Nullable BigDecimal share) throws SQLException {
        return new Stay(
                what,
                name,
                share,
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }

    private interface Reading {

        Stay of(ResultSet row) throws SQLException;
    }

    /** What a stretch of days is about. */
    public enum What {
        TEAM,
        MANAGER,
        JOB_ROLE,
        WORK
    }

    /**
     * One stretch of days.
     *
     * @param name of the team, the manager or the job role; empty for work
     * @param share of full time; null for all but work
     * @param to last day; null while there is no end
     */
    public record Stay(
            What what,
            String name,
            @Nullable BigDecimal share,
            LocalDate from,
            @Nullable LocalDate to) {

        /** Whether it holds on that day. */
        public boolean holdsOn(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }
}
