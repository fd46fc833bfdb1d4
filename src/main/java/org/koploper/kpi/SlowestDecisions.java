package org.koploper.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how long the slowest decision of each day about a deal had taken, in the whole organisation; days that a batch touched
 * are looked at anew.
 */
@Component
class SlowestDecisions {

    private static final int DAYS = 500;

    private static final String DEALS = """
            select e.closed_on as on_day, max({days:coalesce(e.engaged_on, e.quoted_on)|e.closed_on}) as days from deals e
            where e.stage in ('WON', 'LOST', 'CANCELLED') and coalesce(e.engaged_on, e.quoted_on) is not null
              and {which} group by e.closed_on
            """;

    private static final String QUOTES = """
            select e.decided_on as on_day, max({days:e.sent_on|e.decided_on}) as days from quotes e
            where e.outcome in ('WON', 'LOST', 'EXPIRED') and e.sent_on is not null and e.decided_on <= :to
            group by e.decided_on
            """;

    private final KpiSql sql;
    private final JdbcClient jdbc;

    SlowestDecisions(KpiSql sql, JdbcClient jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** The days that a batch touched. */
    void recount(long batch) {
        List<LocalDate> days = jdbc.sql("select distinct touched_day from touched_days where batch = :batch")
                .param("batch", batch)
                .query(LocalDate.class)
                .list();
        for (int from = 0; from < days.size(); from += DAYS) {
            List<LocalDate> some = days.subList(from, Math.min(days.size(), from + DAYS));
            jdbc.sql("delete from slowest_decisions where decided_on in (:days)")
                    .param("days", some)
                    .update();
            sql.about(KpiScope.organisation(), insert("e.closed_on in (:some)"))
                    .param("some", some)
                    .update();
        }
    }

    void everything() {
        jdbc.sql("delete from slowest_decisions").update();
        sql.about(KpiScope.organisation(), insert("e.closed_on is not null")).update();
    }

    private static String insert(String which) {
        return "insert into slowest_decisions (decided_on, days) " + DEALS.replace("{which}", which);
    }

    /**
     * The longest way to a decision by each day on which there was one, up to that day.
     *
     * @param kept whether what is kept may be read
     */
    TreeMap<LocalDate, Integer> ofDeals(LocalDate last, boolean kept) {
        return read(
                kept
                        ? "select decided_on as on_day, days from slowest_decisions where decided_on <= :to"
                        : DEALS.replace("{which}", "e.closed_on <= :to"),
                last);
    }

    TreeMap<LocalDate, Integer> ofQuotes(LocalDate last) {
        return read(QUOTES, last);
    }

    private TreeMap<LocalDate, Integer> read(String question, LocalDate last) {
        TreeMap<LocalDate, Integer> longest = new TreeMap<>();
        sql.about(KpiScope.organisation(), question).param("to", last).query(row -> {
            longest.put(row.getObject("on_day", LocalDate.class), row.getInt("days"));
        });
        int most = Integer.MIN_VALUE;
        for (var entry : longest.entrySet()) {
            most = Math.max(most, entry.getValue());
            entry.setValue(most);
        }
        return longest;
    }
}
