package org.koploper.kpi;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes the daily totals of the persons and days of a batch anew, in the running transaction. */
@Component
class TotalsWriter {

    private static final int DELETES_AT_ONCE = 1000;

    /** What a cancellation takes back: what credit notes up to its day have left of the deal. */
    private static final String LEFT = """
            greatest(coalesce(d.deal_value, 0) - coalesce((select sum(n.amount) from credit_notes n
                where n.deal_id = d.id and n.currency = d.currency and n.credited_on <= d.cancelled_on), 0), 0)""";

    /**
     * Who is credited with what on which day: the owner where nobody shares the deal, else who shares it. The same
     * rules as {@code sales.Credits}; a test holds them together. A deal without a value counts as a deal, not in averages.
     */
    private static final String CREDITED = """
            select t.person_id, t.touched_day, d.currency, coalesce(d.deal_value, 0) as revenue,
                cast(1 as numeric(9,6)) as deals, case when d.deal_value is null then 0 else 1 end as valued
              from touched_days t join deals d on d.owner_id = t.person_id and d.closed_on = t.touched_day
              where t.batch = :batch and d.stage in ('WON', 'CANCELLED')
                and not exists (select 1 from deal_splits x where x.deal_id = d.id)
            union all
            select t.person_id, t.touched_day, d.currency, coalesce(d.deal_value, 0) * s.share,
                s.share, case when d.deal_value is null then 0 else s.share end
              from touched_days t join deal_splits s on s.person_id = t.person_id
                join deals d on d.id = s.deal_id and d.closed_on = t.touched_day
              where t.batch = :batch and d.stage in ('WON', 'CANCELLED')
            union all
            select t.person_id, t.touched_day, d.currency, -%1$s,
                -1, case when d.deal_value is null then 0 else -1 end
              from touched_days t join deals d on d.owner_id = t.person_id and d.cancelled_on = t.touched_day
              where t.batch = :batch and d.stage = 'CANCELLED'
                and not exists (select 1 from deal_splits x where x.deal_id = d.id)
            union all
            select t.person_id, t.touched_day, d.currency, -%1$s * s.share,
                -s.share, case when d.deal_value is null then 0 else -s.share end
              from touched_days t join deal_splits s on s.person_id = t.person_id
                join deals d on d.id = s.deal_id and d.cancelled_on = t.touched_day
              where t.batch = :batch and d.stage = 'CANCELLED'
            union all
            select t.person_id, t.touched_day, n.currency, -n.amount, 0, 0
              from touched_days t join credit_notes n on n.credited_on = t.touched_day
                join deals d on d.id = n.deal_id and d.owner_id = t.person_id
              where t.batch = :batch and (d.stage = 'WON' or d.stage = 'CANCELLED' and n.credited_on <= d.cancelled_on)
                and not exists (select 1 from deal_splits x where x.deal_id = d.id)
            union all
            select t.person_id, t.touched_day, n.currency, -n.amount * s.share, 0, 0
              from touched_days t join credit_notes n on n.credited_on = t.touched_day
                join deals d on d.id = n.deal_id
                join deal_splits s on s.deal_id = d.id and s.person_id = t.person_id
              where t.batch = :batch and (d.stage = 'WON' or d.stage = 'CANCELLED' and n.credited_on <= d.cancelled_on)
            """.formatted(LEFT);

    private static final List<String> INSERTS = List.of(
            insert("REVENUE", "c.currency", "revenue"),
            insert("DEALS", "'XXX'", "deals"),
            insert("VALUED_DEALS", "c.currency", "valued"));

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    TotalsWriter(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** Deletes and inserts the rows of these persons and days; the same again changes nothing. */
    void recompute(long batch) {
        takeTurn();
        List<Object[]> touched = template.query(
                "select person_id, touched_day from touched_days where batch = ?",
                (row, number) -> new Object[] {row.getLong(1), row.getDate(2)},
                batch);
        for (int from = 0; from < touched.size(); from += DELETES_AT_ONCE) {
            template.batchUpdate(
                    "delete from daily_totals where person_id = ? and total_day = ?",
                    touched.subList(from, Math.min(touched.size(), from + DELETES_AT_ONCE)));
        }
        INSERTS.forEach(insert -> jdbc.sql(insert).param("batch", batch).update());
    }

    /** Names as touched whatever has a total or may need one. */
    void touchEverything(long batch) {
        jdbc.sql("""
                insert into touched_days (batch, person_id, touched_day)
                select cast(:batch as bigint), e.person_id, e.happened from (
                  select person_id, total_day as happened from daily_totals
                  union select owner_id, closed_on from deals
                  union select owner_id, cancelled_on from deals
                  union select d.owner_id, n.credited_on from deals d join credit_notes n on n.deal_id = d.id
                  union select s.person_id, d.closed_on from deals d join deal_splits s on s.deal_id = d.id
                  union select s.person_id, d.cancelled_on from deals d join deal_splits s on s.deal_id = d.id
                  union select s.person_id, n.credited_on from deals d join deal_splits s on s.deal_id = d.id
                    join credit_notes n on n.deal_id = d.id
                ) e where e.happened is not null
                """).param("batch", batch).update();
    }

    /**
     * Waits for other recalculations, also of other nodes, and keeps them waiting until this transaction ends: two at a
     * time could each miss the sale that the other one follows, or insert the same row. What is read from here on is
     * what was committed before.
     */
    private void takeTurn() {
        jdbc.sql("update turns set taken = taken + 1 where name = 'daily-totals'")
                .update();
    }

    private static String insert(String measure, String currency, String amount) {
        return """
                insert into daily_totals (person_id, total_day, measure, currency, amount)
                select c.person_id, c.touched_day, '%s', %s, sum(c.%s)
                from (%s) c group by c.person_id, c.touched_day%s
                """.formatted(measure, currency, amount, CREDITED, currency.startsWith("'") ? "" : ", " + currency);
    }
}
