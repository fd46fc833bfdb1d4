package org.koploper.kpi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.money.Decimals;
import org.koploper.people.Organisation;
import org.koploper.period.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goals as they were agreed, one by one. */
@Component
class GoalRows {

    private static final String GOALS = """
            select g.id, g.external_id, g.version, g.scope, g.person_id, g.team_id, g.customer_id, g.kpi, g.kpi_version,
              g.reading, g.direction, g.shape, g.from_day, g.to_day, g.amount, g.currency, g.baseline, g.baseline_from,
              g.baseline_to, coalesce(g.person_id, g.owner_id) as owner, g.parent_id, g.status, g.note,
              coalesce(p.external_id, t.external_id, c.external_id) as subject, coalesce(p.name, t.name, c.name) as name
            from targets g left join persons p on p.id = g.person_id left join teams t on t.id = g.team_id
              left join customers c on c.id = g.customer_id
            """;

    private static final String ORDER = " order by g.from_day, g.to_day, g.external_id";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final GoalKpis kpis;

    GoalRows(JdbcClient jdbc, Organisation organisation, GoalKpis kpis) {
        this.kpis = kpis;
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /** Those of one person, team, customer or the organisation (0) with days in the period, by first day; none that was stopped. */
    List<AgreedGoal> touching(Period period, GoalScope scope, long subject) {
        return jdbc.sql(GOALS + """
                where g.scope = :scope and coalesce(g.person_id, g.team_id, g.customer_id, 0) = :subject
                  and g.from_day <= :to and g.to_day >= :from and g.status = 'OPEN'
                """ + ORDER)
                .param("scope", scope.name())
                .param("subject", subject)
                .param("from", period.from())
                .param("to", period.to())
                .query(this::goal)
                .list();
    }

    /** Those that the caller may see: the organisation's first, then teams', persons', customers'; by first day. */
    List<AgreedGoal> seen(GoalQuery query, GoalAccess access, LocalDate today) {
        PersonId self = Caller.now().person();
        return jdbc.sql(GOALS + """
                where g.from_day <= :to and g.to_day >= :from
                  and (:scope = '' or g.scope = :scope) and (:kpi = '' or g.kpi = :kpi)
                  and (:stopped = 1 or g.status = 'OPEN')
                  and (:customers = 1 or g.customer_id is null)
                  and (:everybody = 1 or g.person_id is null or g.person_id = :self
                    or exists (select 1 from managers_above a where a.person_id = g.person_id and a.manager_id = :self
                      and a.from_day <= :today and a.to_day >= :today))
                order by case g.scope when 'ORGANISATION' then 0 when 'TEAM' then 1 when 'PERSON' then 2 else 3 end,
                  coalesce(t.name, p.name, c.name), g.from_day, g.to_day, g.external_id
                """)
                .param("from", query.period().from())
                .param("to", query.period().to())
                .param("scope", query.scope() == null ? "" : query.scope().name())
                .param("kpi", query.kpi() == null ? "" : query.kpi().code())
                .param("stopped", query.stopped() ? 1 : 0)
                .param("customers", access.seesCustomers() ? 1 : 0)
                .param("everybody", access.seesEverybody() ? 1 : 0)
                // nobody has the id -1: a token of the organisation owns nothing
                .param("self", self == null ? -1L : self.value())
                .param("today", today)
                .query(this::goal)
                .list();
    }

    /** The one with that external id; empty when there is none. */
    Optional<AgreedGoal> find(String externalId) {
        return jdbc.sql(GOALS + " where g.external_id = :id")
                .param("id", externalId)
                .query(this::goal)
                .optional();
    }

    /** The one of which that goal is a part. */
    Optional<AgreedGoal> find(long id) {
        return jdbc.sql(GOALS + " where g.id = :id")
                .param("id", id)
                .query(this::goal)
                .optional();
    }

    /** The customer with that external id; empty when there is none. */
    Optional<Long> customer(String externalId) {
        return jdbc.sql("select id from customers where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .optional();
    }

    /** The parts of that goal, by first day; none that was stopped. */
    List<AgreedGoal> partsOf(long parent) {
        return jdbc.sql(GOALS + " where g.parent_id = :parent and g.status = 'OPEN'" + ORDER)
                .param("parent", parent)
                .query(this::goal)
                .list();
    }

    private AgreedGoal goal(ResultSet row, int number) throws SQLException {
        GoalScope scope = GoalScope.valueOf(row.getString("scope"));
        Long person = id(row, "person_id");
        Long team = id(row, "team_id");
        Long customer = id(row, "customer_id");
        Long owner = id(row, "owner");
        String name = row.getString("name");
        return new AgreedGoal(
                row.getLong("id"),
                row.getString("external_id"),
                row.getInt("version"),
                scope,
                person != null ? person : team != null ? team : customer != null ? customer : OwnTargets.ORGANISATION,
                row.getString("subject"),
                name == null ? organisation.name() : name,
                terms(row, kpis),
                owner == null ? null : new PersonId(owner),
                id(row, "parent_id"),
                row.getString("status").equals("STOPPED"),
                row.getString("note"));
    }

    /** What was agreed, of a row that has the columns of a target. */
    static GoalTerms terms(ResultSet row, GoalKpis kpis) throws SQLException {
        LocalDate baselineFrom = row.getObject("baseline_from", LocalDate.class);
        LocalDate baselineTo = row.getObject("baseline_to", LocalDate.class);
        var baseline = row.getBigDecimal("baseline");
        return new GoalTerms(
                kpis.of(row.getString("kpi"), row.getInt("kpi_version")),
                row.getInt("kpi_version"),
                GoalReading.valueOf(row.getString("reading")),
                KpiDirection.valueOf(row.getString("direction")),
                GoalShape.valueOf(row.getString("shape")),
                new Period(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                Decimals.canonical(row.getBigDecimal("amount")),
                row.getString("currency"),
                baseline == null ? null : Decimals.canonical(baseline),
                baselineFrom == null || baselineTo == null ? null : new Period(baselineFrom, baselineTo));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }
}
