package org.koploper.kpi;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which months of which teams a batch moves: by the days it touched, and by whoever belongs to another team than when they
 * were counted. Months are numbered from the year 0 on; who is in no team has {@link TeamDays#NO_TEAM}.
 */
@Component
class TouchedMonths {

    private static final int MONTHS_OF_A_YEAR = 12;
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

    /** On which days deals of some persons count for anything. */
    private static final String DAYS = Stream.of(
                    "d.owner_id, d.closed_on, deals d",
                    "d.owner_id, d.cancelled_on, deals d",
                    "d.owner_id, " + DealFacts.BEGUN.replace(",", ";") + ", deals d",
                    "d.owner_id, n.credited_on, deals d join credit_notes n on n.deal_id = d.id",
                    "s.person_id, d.closed_on, deal_splits s join deals d on d.id = s.deal_id",
                    "s.person_id, d.cancelled_on, deal_splits s join deals d on d.id = s.deal_id",
                    "s.person_id, " + DealFacts.BEGUN.replace(",", ";")
                            + ", deal_splits s join deals d on d.id = s.deal_id",
                    "s.person_id, n.credited_on, deal_splits s join deals d on d.id = s.deal_id"
                            + " join credit_notes n on n.deal_id = d.id",
                    "t.owner_id, t.from_day, deal_states t",
                    "t.owner_id, t.until_day, deal_states t")
            .map(one -> one.split(", "))
            .map(one -> "select " + one[0] + " as person_id, " + one[1].replace(";", ",") + " as happened from "
                    + one[2] + " where " + one[0] + " in (:persons)")
            .collect(Collectors.joining(" union all "));

    private final JdbcClient jdbc;

    TouchedMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static YearMonth month(int number) {
        return YearMonth.of(number / MONTHS_OF_A_YEAR, number % MONTHS_OF_A_YEAR + 1);
    }

    /** Who belongs to another team than when months were counted. */
    List<Long> moved() {
        return jdbc.sql("select distinct x.person_id from (" + DIFFERENT + ") x")
                .query(Long.class)
                .list();
    }

    /** By month. */
    Map<Integer, Set<Long>> of(long batch, List<Long> moved) {
        Map<Integer, Set<Long>> teams = new TreeMap<>();
        cells(jdbc.sql("""
                        select distinct coalesce(m.team_id, 0) as team_id, %s as month_number from (
                            select person_id, touched_day from touched_days where batch = :batch
                            union select person_id, touched_day from touched_counts where batch = :batch) t
                          left join memberships m on m.person_id = t.person_id
                            and m.from_day <= t.touched_day and (m.to_day is null or m.to_day >= t.touched_day)
                        """.formatted(MONTH.formatted("t.touched_day"))).param("batch", batch), teams);
        for (int from = 0; from < moved.size(); from += PERSONS) {
            moved(moved.subList(from, Math.min(moved.size(), from + PERSONS)), teams);
        }
        return teams;
    }

    /** The months in which somebody whose membership differs has done anything, of the team and of no team. */
    private void moved(List<Long> persons, Map<Integer, Set<Long>> into) {
        Map<Integer, Set<Long>> theirs = new TreeMap<>();
        cells(
                jdbc.sql("select distinct x.team_id, " + MONTH.formatted("h.happened") + " as month_number from ("
                                + DAYS
                                + ") h join (" + DIFFERENT + ") x on x.person_id = h.person_id"
                                + " and h.happened between x.from_day and x.to_day")
                        .param("persons", persons),
                theirs);
        theirs.forEach((month, teams) -> {
            Set<Long> all = into.computeIfAbsent(month, number -> new TreeSet<>());
            all.addAll(teams);
            all.add(TeamDays.NO_TEAM);
        });
    }

    Map<Integer, Set<Long>> everything() {
        Map<Integer, Set<Long>> teams = new TreeMap<>();
        cells(
                jdbc.sql("select distinct t.id as team_id, " + MONTH.formatted("h.happened") + " as month_number from ("
                        + """
                        select closed_on as happened from deals union select cancelled_on from deals
                        union select engaged_on from deals union select quoted_on from deals
                        union select from_day from deal_states union select until_day from deal_states
                        union select credited_on from credit_notes
                        """
                        + ") h cross join (select id from teams union all select 0 from organisation) t"
                        + " where h.happened is not null"),
                teams);
        return teams;
    }

    private static void cells(JdbcClient.StatementSpec question, Map<Integer, Set<Long>> into) {
        question.query(row -> {
            into.computeIfAbsent(row.getInt("month_number"), month -> new TreeSet<>())
                    .add(row.getLong("team_id"));
        });
    }

    /** That this month of it was counted. */
    void through(long batch, YearMonth month) {
        jdbc.sql("delete from touched_counts where batch = :batch and touched_day between :from and :to")
                .param("batch", batch)
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .update();
    }

    /** That everybody was counted where they belong now. */
    void rememberMemberships() {
        jdbc.sql("delete from counted_memberships").update();
        jdbc.sql("insert into counted_memberships (person_id, team_id, from_day, to_day)"
                        + " select distinct n.person_id, n.team_id, n.from_day, n.to_day from (" + AS_COUNTED + ") n")
                .update();
    }
}
