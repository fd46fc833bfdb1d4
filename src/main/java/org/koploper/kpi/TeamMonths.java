package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.koploper.people.HouseCurrency;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums of the members of a team alone by month, so that a year of a million deals is some hundred rows. A month of a team
 * is computed anew from the facts whenever one of its days is touched or its members change, so the same again changes
 * nothing, and whatever was interrupted is made good by doing it again.
 */
@Component
class TeamMonths {

    /** What was sold outside teams. */
    static final long NO_TEAM = 0;

    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int ROWS_PER_BATCH = 1000;
    private static final int PERSONS = 500;

    private static final String MONTH = "extract(year from %1$s) * 12 + extract(month from %1$s) - 1";

    private static final String AS_COUNTED =
            "select person_id, team_id, from_day, coalesce(to_day, cast('9999-12-31' as date)) as to_day from memberships";

    private static final String DIFFERENT = """
            select person_id, team_id, from_day, to_day from (%1$s) n where not exists (
                select 1 from counted_memberships c where c.person_id = n.person_id and c.team_id = n.team_id
                  and c.from_day = n.from_day and c.to_day = n.to_day)
            union all select person_id, team_id, from_day, to_day from counted_memberships c where not exists (
                select 1 from (%1$s) n where c.person_id = n.person_id and c.team_id = n.team_id
                  and c.from_day = n.from_day and c.to_day = n.to_day)""".formatted(AS_COUNTED);

    private static final String INSERT = "insert into team_months"
            + " (month_start, team_id, measure, part, currency, total_day, amount) values (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate bulk;
    private final JdbcClient jdbc;
    private final KpiSql sql;
    private final HouseCurrency house;

    TeamMonths(JdbcTemplate bulk, JdbcClient jdbc, KpiSql sql, HouseCurrency house) {
        this.bulk = bulk;
        this.jdbc = jdbc;
        this.sql = sql;
        this.house = house;
    }

    /** To be read only from then on that everything was counted once. */
    boolean ready() {
        return jdbc.sql("select ready from team_months_ready")
                .query(Boolean.class)
                .single();
    }

    /** From the next {@link #recount} on everything is counted anew. */
    void forget() {
        jdbc.sql("update team_months_ready set ready = false").update();
    }

    /** Counts the touched months of a batch, and those of whoever belongs to another team than when they were counted. */
    void recount(long batch) {
        Map<Integer, Set<Long>> teams = new TreeMap<>();
        boolean ready = ready();
        List<Long> moved = jdbc.sql("select distinct x.person_id from (" + DIFFERENT + ") x")
                .query(Long.class)
                .list();
        if (ready) {
            touched(batch, teams);
            for (int from = 0; from < moved.size(); from += PERSONS) {
                moved(moved.subList(from, Math.min(moved.size(), from + PERSONS)), teams);
            }
        } else {
            everything(teams);
        }
        teams.forEach(this::count);
        if (!moved.isEmpty()) {
            rememberMemberships();
        }
        if (!ready) {
            jdbc.sql("update team_months_ready set ready = true").update();
        }
    }

    private void touched(long batch, Map<Integer, Set<Long>> into) {
        cells(jdbc.sql("""
                        select distinct coalesce(m.team_id, 0) as team_id, %s as month_number
                        from touched_days t left join memberships m on m.person_id = t.person_id
                          and m.from_day <= t.touched_day and (m.to_day is null or m.to_day >= t.touched_day)
                        where t.batch = :batch
                        """.formatted(MONTH.formatted("t.touched_day"))).param("batch", batch), into);
    }

    /** The months in which somebody whose membership differs has sold anything, of the team and of no team. */
    private void moved(List<Long> persons, Map<Integer, Set<Long>> into) {
        String days = """
                select d.owner_id as person_id, d.closed_on as happened from deals d where d.owner_id in (:persons)
                union all select d.owner_id, d.cancelled_on from deals d where d.owner_id in (:persons)
                union all select d.owner_id, n.credited_on from deals d join credit_notes n on n.deal_id = d.id
                  where d.owner_id in (:persons)
                union all select s.person_id, d.closed_on from deal_splits s join deals d on d.id = s.deal_id
                  where s.person_id in (:persons)
                union all select s.person_id, d.cancelled_on from deal_splits s join deals d on d.id = s.deal_id
                  where s.person_id in (:persons)
                union all select s.person_id, n.credited_on from deal_splits s join deals d on d.id = s.deal_id
                  join credit_notes n on n.deal_id = d.id where s.person_id in (:persons)""";
        Map<Integer, Set<Long>> theirs = new TreeMap<>();
        cells(
                jdbc.sql("select distinct x.team_id, " + MONTH.formatted("h.happened") + " as month_number from ("
                                + days
                                + ") h join (" + DIFFERENT + ") x on x.person_id = h.person_id"
                                + " and h.happened between x.from_day and x.to_day")
                        .param("persons", persons),
                theirs);
        theirs.forEach((month, teams) -> {
            Set<Long> all = into.computeIfAbsent(month, number -> new TreeSet<>());
            all.addAll(teams);
            all.add(NO_TEAM);
        });
    }

    private void everything(Map<Integer, Set<Long>> into) {
        jdbc.sql("delete from team_months").update();
        String all = """
                select closed_on as happened from deals union select cancelled_on from deals
                union select credited_on from credit_notes""";
        cells(
                jdbc.sql("select distinct t.id as team_id, " + MONTH.formatted("h.happened") + " as month_number from ("
                        + all + ") h cross join (select id from teams union all select 0 from organisation) t"
                        + " where h.happened is not null"),
                into);
    }

    private static void cells(JdbcClient.StatementSpec question, Map<Integer, Set<Long>> into) {
        question.query(row -> {
            into.computeIfAbsent(row.getInt("month_number"), month -> new TreeSet<>())
                    .add(row.getLong("team_id"));
        });
    }

    private void rememberMemberships() {
        jdbc.sql("delete from counted_memberships").update();
        jdbc.sql("insert into counted_memberships (person_id, team_id, from_day, to_day)"
                        + " select distinct n.person_id, n.team_id, n.from_day, n.to_day from (" + AS_COUNTED + ") n")
                .update();
    }

    private void count(int number, Set<Long> teams) {
        YearMonth month = YearMonth.of(number / MONTHS_OF_A_YEAR, number % MONTHS_OF_A_YEAR + 1);
        LocalDate first = month.atDay(1);
        jdbc.sql("delete from team_months where month_start = :first and team_id in (:teams)")
                .param("first", first)
                .param("teams", teams)
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (FactSource source : FactSources.MONTHLY) {
            rows.addAll(rows(source, month, teams));
        }
        for (int from = 0; from < rows.size(); from += ROWS_PER_BATCH) {
            bulk.batchUpdate(INSERT, rows.subList(from, Math.min(rows.size(), from + ROWS_PER_BATCH)));
        }
    }

    private List<Object[]> rows(FactSource source, YearMonth month, Set<Long> teams) {
        Set<Long> named = new HashSet<>(teams);
        boolean outside = named.remove(NO_TEAM);
        // nobody is a member of no team: whoever asks for what lies outside reads all, and leaves out what is not asked
        // for
        KpiScope scope = outside
                ? KpiScope.organisation()
                : new KpiScope(KpiScope.Kind.TEAM, named.iterator().next());
        FactQuery query = FactQuery.of(
                source, source.measures(), scope, Grouping.TEAM, Only.EVERYTHING, List.of(month.atEndOfMonth()));
        LocalDate first = month.atDay(1);
        List<Object[]> rows = new ArrayList<>();
        sql.about(scope, query.sql())
                .param("teams", outside ? Set.of(NO_TEAM) : named)
                .param("from", first)
                .param("to", month.atEndOfMonth())
                .param("after", month.plusMonths(1).atDay(1))
                .param("house", Objects.requireNonNullElse(house.code(), Measure.NO_CURRENCY))
                .query(row -> {
                    String subject = row.getString("subject");
                    long team = subject == null ? NO_TEAM : Long.parseLong(subject);
                    int part = row.getInt("part");
                    int told = row.wasNull() ? -1 : part;
                    LocalDate day = row.getObject("on_day", LocalDate.class);
                    for (int i = 0; i < query.columns().size() && teams.contains(team); i++) {
                        BigDecimal amount = row.getBigDecimal("m" + i);
                        if (amount != null && amount.signum() != 0) {
                            rows.add(new Object[] {
                                first,
                                team,
                                query.columns().get(i).name(),
                                told,
                                row.getString("currency"),
                                day == null ? first : day,
                                amount
                            });
                        }
                    }
                });
        return rows;
    }

    /**
     * What the months of a stretch of time add up to, with the parameters from and to, and teams unless it is everybody's.
     *
     * @param byTeam whether each team is wanted; otherwise each month
     */
    static String question(Set<Measure> measures, boolean everybody, boolean byTeam) {
        String subject = byTeam ? "cast(t.team_id as varchar(200))" : "''";
        return "select {whose} as whose, " + subject
                + " as subject, t.total_day, t.measure, t.part, t.currency, sum(t.amount) as amount"
                + " from team_months t where t.month_start between :from and :to and t.measure in ("
                + measures.stream().map(one -> "'" + one.name() + "'").collect(Collectors.joining(", "))
                + (everybody ? ")" : ") and t.team_id in (:teams)")
                + " group by " + (byTeam ? "t.team_id, " : "") + "t.total_day, t.measure, t.part, t.currency";
    }
}
