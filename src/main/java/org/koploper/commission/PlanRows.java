package org.koploper.commission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.people.TeamId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans, versions and assignments as they lie in the database. */
@Component
class PlanRows {

    /** Instead of the id of a plan: all of them. */
    static final long ANY = 0;

    private final JdbcClient jdbc;

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PlanRef> plans() {
        return jdbc.sql("select id, external_id, name, currency from plans order by name, id")
                .query(PlanRows::plan)
                .list();
    }

    PlanRef plan(long id) {
        return jdbc.sql("select id, external_id, name, currency from plans where id = :id")
                .param("id", id)
                .query(PlanRows::plan)
                .single();
    }

    Optional<PlanRef> planByExternalId(String externalId) {
        return jdbc.sql("select id, external_id, name, currency from plans where external_id = :externalId")
                .param("externalId", externalId)
                .query(PlanRows::plan)
                .optional();
    }

    /** Makes the running transaction the only one that changes the plan, its versions and its assignments. */
    PlanRef lock(long id) {
        jdbc.sql("update plans set version = version + 1 where id = :id")
                .param("id", id)
                .update();
        return plan(id);
    }

    void insert(PlanRef plan) {
        jdbc.sql("insert into plans (id, external_id, name, currency, version)"
                        + " values (:id, :externalId, :name, :currency, 0)")
                .param("id", plan.id())
                .param("externalId", plan.externalId())
                .param("name", plan.name())
                .param("currency", plan.currency().getCurrencyCode())
                .update();
    }

    /** By number, which is also by day. */
    List<PlanVersion> versions(long plan) {
        return jdbc.sql("select plan_id, number, valid_from, valid_to, document from plan_versions"
                        + " where plan_id = :plan order by number")
                .param("plan", plan)
                .query((row, n) -> new PlanVersion(
                        row.getLong("plan_id"),
                        row.getInt("number"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("document")))
                .list();
    }

    /** Plans with a version that pays people together. */
    List<Long> paidTogether() {
        return jdbc.sql("select distinct plan_id from plan_versions where paid_together = true order by plan_id")
                .query(Long.class)
                .list();
    }

    /** @param together whether it pays one person by what others earn or reach */
    void insert(long id, PlanVersion version, boolean together, LocalDateTime at, @Nullable PersonId by) {
        jdbc.sql(
                        "insert into plan_versions (id, plan_id, number, valid_from, valid_to, document, paid_together, created_at, created_by)"
                                + " values (:id, :plan, :number, :from, :to, :document, :together, :at, :by)")
                .param("id", id)
                .param("plan", version.plan())
                .param("number", version.number())
                .param("from", version.from())
                .param("to", version.to(), Types.DATE)
                .param("document", version.document())
                .param("together", together)
                .param("at", at)
                .param("by", by == null ? null : by.value(), Types.BIGINT)
                .update();
    }

    void endVersion(long plan, int number, LocalDate last) {
        jdbc.sql("update plan_versions set valid_to = :last where plan_id = :plan and number = :number")
                .param("last", last)
                .param("plan", plan)
                .param("number", number)
                .update();
    }

    List<Assignment> assignments(long plan) {
        return jdbc.sql("select id, plan_id, person_id, team_id, job_role, from_day, to_day from plan_assignments"
                        + " where plan_id = :plan order by from_day, id")
                .param("plan", plan)
                .query(PlanRows::assignment)
                .list();
    }

    Optional<Assignment> assignment(long id) {
        return jdbc.sql(
                        "select id, plan_id, person_id, team_id, job_role, from_day, to_day from plan_assignments where id = :id")
                .param("id", id)
                .query(PlanRows::assignment)
                .optional();
    }

    /** Those of these persons, and all those of teams and job roles. */
    List<Assignment> assignmentsOf(Collection<Long> persons) {
        return jdbc.sql("select id, plan_id, person_id, team_id, job_role, from_day, to_day from plan_assignments"
                        + " where person_id is null or person_id in (:persons) order by id")
                .param("persons", persons)
                .query(PlanRows::assignment)
                .list();
    }

    /** All of the same person, team or job role, on whatever plan. */
    List<Assignment> assignmentsBeside(Assignment assignment) {
        return jdbc.sql(
                        "select id, plan_id, person_id, team_id, job_role, from_day, to_day from plan_assignments"
                                + " where person_id = :person or team_id = :team or lower(job_role) = lower(:jobRole) order by id")
                .param("person", id(assignment.person()), Types.BIGINT)
                .param("team", id(assignment.team()), Types.BIGINT)
                .param("jobRole", assignment.jobRole(), Types.VARCHAR)
                .query(PlanRows::assignment)
                .list();
    }

    void insert(Assignment assignment) {
        jdbc.sql("insert into plan_assignments (id, plan_id, person_id, team_id, job_role, from_day, to_day)"
                        + " values (:id, :plan, :person, :team, :jobRole, :from, :to)")
                .param("id", assignment.id())
                .param("plan", assignment.plan())
                .param("person", id(assignment.person()), Types.BIGINT)
                .param("team", id(assignment.team()), Types.BIGINT)
                .param("jobRole", assignment.jobRole(), Types.VARCHAR)
                .param("from", assignment.from())
                .param("to", assignment.to(), Types.DATE)
                .update();
    }

    void endAssignment(long id, LocalDate last) {
        jdbc.sql("update plan_assignments set to_day = :last where id = :id")
                .param("last", last)
                .param("id", id)
                .update();
    }

    /** In which plans pay. */
    List<String> currencies() {
        return jdbc.sql("select distinct currency from plans")
                .query(String.class)
                .list();
    }

    /** Whether any plan is assigned to a team or a job role, so that who moves can move to another plan. */
    boolean anyGroupAssigned() {
        return jdbc.sql("select count(*) from plan_assignments where person_id is null")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Everybody whom an assignment of the plan reaches, on whatever day: own ones, those of teams and teams below, and of job roles. */
    List<PersonId> everReached(long plan) {
        return jdbc.sql("""
                with recursive reached (id) as (
                  select team_id from plan_assignments where (:plan = 0 or plan_id = :plan) and team_id is not null
                  union
                  select t.id from teams t join reached r on t.parent_id = r.id
                )
                select person_id from plan_assignments where (:plan = 0 or plan_id = :plan) and person_id is not null
                union
                select m.person_id from memberships m join reached r on m.team_id = r.id
                union
                select j.person_id from job_roles j join plan_assignments a on lower(a.job_role) = lower(j.job_role)
                where :plan = 0 or a.plan_id = :plan
                order by 1
                """).param("plan", plan).query(Long.class).list().stream()
                .map(PersonId::new)
                .toList();
    }

    private static @Nullable Long id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static @Nullable Long id(@Nullable TeamId team) {
        return team == null ? null : team.value();
    }

    private static PlanRef plan(ResultSet row, int number) throws SQLException {
        return new PlanRef(
                row.getLong("id"),
                row.getString("external_id"),
                row.getString("name"),
                Currency.getInstance(row.getString("currency")));
    }

    private static Assignment assignment(ResultSet row, int number) throws SQLException {
        long person = row.getLong("person_id");
        PersonId personId = row.wasNull() ? null : new PersonId(person);
        long team = row.getLong("team_id");
        TeamId teamId = row.wasNull() ? null : new TeamId(team);
        return new Assignment(
                row.getLong("id"),
                row.getLong("plan_id"),
                personId,
                teamId,
                row.getString("job_role"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }
}
