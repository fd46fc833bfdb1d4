package org.koploper.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where sums by day lie: a month of some teams is replaced as a whole, and what is nothing has no row. */
@Component
class SumTables {

    private static final int ROWS_PER_BATCH = 1000;

    private static final String OF_MONTH = " on_day between :from and :to and team_id in (:teams)";

    private final JdbcTemplate bulk;
    private final JdbcClient jdbc;

    SumTables(JdbcTemplate bulk, JdbcClient jdbc) {
        this.bulk = bulk;
        this.jdbc = jdbc;
    }

    /** A team on a day, of amounts in one currency; counts stand beside that of the organisation. */
    record TeamDay(long team, LocalDate day, String currency) {}

    /** A member of a team, on the first of a month unless an amount needs the rate of its day. */
    record PersonDay(long team, long person, LocalDate day, String currency) {}

    /** Those of which there is anything. */
    Set<YearMonth> months() {
        Set<YearMonth> months = new TreeSet<>();
        jdbc.sql("select distinct on_day from team_days").query(row -> {
            months.add(YearMonth.from(row.getObject("on_day", LocalDate.class)));
        });
        return months;
    }

    void clear(YearMonth month) {
        for (String table : List.of("team_days", "person_months")) {
            jdbc.sql("delete from " + table + " where on_day between :from and :to")
                    .param("from", month.atDay(1))
                    .param("to", month.atEndOfMonth())
                    .update();
        }
    }

    /** @param below whether these are sums with the teams below */
    void days(YearMonth month, Collection<Long> teams, boolean below, Map<TeamDay, DaySum> days) {
        delete("team_days where below = " + below + " and", month, teams);
        List<Object[]> rows = new ArrayList<>();
        days.forEach((day, sum) -> add(rows, sum, day.team(), below, day.day(), day.currency()));
        insert("team_days (team_id, below, on_day, currency, ", rows);
    }

    void persons(YearMonth month, Collection<Long> teams, Map<PersonDay, DaySum> persons) {
        delete("person_months where", month, teams);
        List<Object[]> rows = new ArrayList<>();
        persons.forEach(
                (person, sum) -> add(rows, sum, person.team(), person.person(), person.day(), person.currency()));
        insert("person_months (team_id, person_id, on_day, currency, ", rows);
    }

    private static void add(List<Object[]> rows, DaySum sum, Object... key) {
        if (!sum.isNothing()) {
            List<Object> row = new ArrayList<>(List.of(key));
            row.addAll(sum.values());
            rows.add(row.toArray());
        }
    }

    private void delete(String from, YearMonth month, Collection<Long> teams) {
        jdbc.sql("delete from " + from + OF_MONTH)
                .param("from", month.atDay(1))
                .param("to", month.atEndOfMonth())
                .param("teams", teams)
                .update();
    }

    private void insert(String into, List<Object[]> rows) {
        String statement = "insert into " + into + DaySum.COLUMNS + ") values (?, ?, ?, ?, " + DaySum.PLACES + ")";
        for (int from = 0; from < rows.size(); from += ROWS_PER_BATCH) {
            bulk.batchUpdate(statement, rows.subList(from, Math.min(rows.size(), from + ROWS_PER_BATCH)));
        }
    }
}
