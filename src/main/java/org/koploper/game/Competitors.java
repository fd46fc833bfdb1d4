package org.koploper.game;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.storage.Once;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could be on a board: the people, and the team they were last in during the period. */
@Component
class Competitors {

    /** Far enough for everybody who has no last day. */
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final Clock clock;

    Competitors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Everybody, by id.
     *
     * @param teams only members of these during the period; null: also people without a team
     */
    Map<Long, Competitor> in(Period period, @Nullable Collection<TeamId> teams) {
        Asked asked = new Asked(period, teams == null ? null : List.copyOf(teams));
        return Once.read(asked, () -> Collections.unmodifiableMap(read(period, teams)));
    }

    private Map<Long, Competitor> read(Period period, @Nullable Collection<TeamId> teams) {
        LocalDate today = LocalDate.now(clock);
        JdbcClient.StatementSpec statement = jdbc.sql("""
                select p.id, p.external_id, p.name, m.team_id, m.from_day,
                  case when exists (select 1 from reporting_lines r where r.manager_id = p.id
                      and r.from_day <= :to and (r.to_day is null or r.to_day >= :from)) then 1
                    when exists (select 1 from account_roles a where a.person_id = p.id)
                      and not exists (select 1 from account_roles a where a.person_id = p.id and a.role = 'REP') then 1
                    else 0 end as sells_not
                from persons p %s join memberships m on m.person_id = p.id
                  and m.from_day <= :to and coalesce(m.to_day, :forever) >= :from%s
                order by p.id, m.from_day
                """.formatted(
                                teams == null ? "left" : "inner", teams == null ? "" : " and m.team_id in (:teams)"))
                .param("from", period.from())
                .param("to", period.to())
                .param("forever", FOREVER);
        if (teams != null) {
            statement =
                    statement.param("teams", teams.stream().map(TeamId::value).toList());
        }
        Map<Long, Competitor> competitors = new LinkedHashMap<>();
        statement.query(row -> {
            Competitor before = competitors.get(row.getLong("id"));
            competitors.put(row.getLong("id"), competitor(row, before, today));
        });
        return competitors;
    }

    private record Asked(Period period, @Nullable List<TeamId> teams) {}

    /** One row per membership: the person with the memberships of the rows before. */
    private static Competitor competitor(ResultSet row, @Nullable Competitor before, LocalDate today)
            throws SQLException {
        List<Long> teams = before == null ? new ArrayList<>() : before.teams();
        boolean joined = before != null && before.joined();
        LocalDate from = row.getObject("from_day", LocalDate.class);
        if (from != null) {
            teams.add(row.getLong("team_id"));
            // who joins later than today is not expected yet
            joined = joined || !from.isAfter(today);
        }
        return new Competitor(
                row.getLong("id"),
                row.getString("external_id"),
                row.getString("name"),
                teams,
                joined,
                row.getInt("sells_not") == 0);
    }
}
