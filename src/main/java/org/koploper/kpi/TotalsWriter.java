package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.koploper.storage.Statistics;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the daily totals of the persons and days of a batch anew. So many persons at a time, each portion in a
 * transaction of its own: what a transaction wrote stays in memory until its end where the database is the embedded one,
 * and a batch can be a million deals. The totals of one person change at once; whoever is interrupted does all again.
 */
@Component
class TotalsWriter {

    /** Persons per query, well below what a statement may have of parameters. */
    private static final int PERSONS = 500;

    /** Days of persons at a time, unless one person alone has more: each can have several rows of totals. */
    static final int PERSON_DAYS = 10_000;

    private static final int ROWS_PER_BATCH = 1000;

    /** What a large batch has filled, and is read for totals and pay. */
    private static final String FILLED =
            "deals, deal_states, deal_splits, credit_notes, touched_days, daily_totals, team_days, person_months";

    /** What a cancellation takes back: what credit notes up to its day have left of the deal. */
    private static final String LEFT = """
            greatest(coalesce(d.deal_value, 0) - coalesce((select sum(n.amount) from credit_notes n
                where n.deal_id = d.id and n.currency = d.currency and n.credited_on <= d.cancelled_on), 0), 0)""";

    /**
     * Who is credited with what on which day: the owner where nobody shares the deal, else who shares it. The same
     * rules as {@code sales.Credits}; a test holds them together. A deal without a value counts as a deal, not in averages.
     */
    private static final String CREDITED = """
            select c.person_id, c.happened, c.currency,
              sum(c.revenue) as revenue, sum(c.deals) as deals, sum(c.valued) as valued
            from (
              select d.owner_id as person_id, d.closed_on as happened, d.currency, coalesce(d.deal_value, 0) as revenue,
                  cast(1 as numeric(9,6)) as deals, case when d.deal_value is null then 0 else 1 end as valued
                from deals d
                where d.owner_id in (:persons) and d.closed_on between :from and :to
                  and d.stage in ('WON', 'CANCELLED')
                  and not exists (select 1 from deal_splits x where x.deal_id = d.id)
              union all
              select s.person_id, d.closed_on, d.currency, coalesce(d.deal_value, 0) * s.share,
                  s.share, case when d.deal_value is null then 0 else s.share end
                from deal_splits s join deals d on d.id = s.deal_id
                where s.person_id in (:persons) and d.closed_on between :from and :to
                  and d.stage in ('WON', 'CANCELLED')
              union all
              select d.owner_id, d.cancelled_on, d.currency, -%1$s,
                  -1, case when d.deal_value is null then 0 else -1 end
                from deals d
                where d.owner_id in (:persons) and d.cancelled_on between :from and :to and d.stage = 'CANCELLED'
                  and not exists (select 1 from deal_splits x where x.deal_id = d.id)
              union all
              select s.person_id, d.cancelled_on, d.currency, -%1$s * s.share,
                  -s.share, case when d.deal_value is null then 0 else -s.share end
                from deal_splits s join deals d on d.id = s.deal_id
                where s.person_id in (:persons) and d.cancelled_on between :from and :to and d.stage = 'CANCELLED'
              union all
              select d.owner_id, n.credited_on, n.currency, -n.amount, 0, 0
                from credit_notes n join deals d on d.id = n.deal_id
                where n.credited_on between :from and :to and d.owner_id in (:persons)
                  and (d.stage = 'WON' or d.stage = 'CANCELLED' and n.credited_on <= d.cancelled_on)
                  and not exists (select 1 from deal_splits x where x.deal_id = d.id)
              union all
              select s.person_id, n.credited_on, n.currency, -n.amount * s.share, 0, 0
                from credit_notes n join deals d on d.id = n.deal_id join deal_splits s on s.deal_id = d.id
                where n.credited_on between :from and :to and s.person_id in (:persons)
                  and (d.stage = 'WON' or d.stage = 'CANCELLED' and n.credited_on <= d.cancelled_on)
            ) c group by c.person_id, c.happened, c.currency
            """.formatted(LEFT);

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TeamDays teams;
    private final Statistics statistics;
    private final TransactionTemplate alone;

    TotalsWriter(
            JdbcTemplate template,
            JdbcClient jdbc,
            TeamDays teams,
            Statistics statistics,
            PlatformTransactionManager transactions) {
        this.teams = teams;
        this.statistics = statistics;
        this.template = template;
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Deletes and inserts the rows of these persons and days; the same again changes nothing.
     *
     * @param last done in the transaction of the last portion
     */
    void recompute(long batch, Runnable last) {
        List<List<Long>> all = Objects.requireNonNull(alone.execute(status -> portions(batch)));
        if (all.size() > 1) {
            statistics.refresh(FILLED);
        }
        boolean apart = countedApart(batch, all.size() > 1);
        Iterator<List<Long>> portions = all.iterator();
        do {
            List<Long> persons = portions.next();
            alone.executeWithoutResult(status -> {
                takeTurn();
                recompute(batch, persons);
                if (!portions.hasNext()) {
                    if (!apart) {
                        teams.recount(batch);
                    }
                    last.run();
                }
            });
        } while (portions.hasNext());
    }

    /** Counts for teams step by step when there is much to count, or everything as it never was; whether it did. */
    private boolean countedApart(long batch, boolean much) {
        if (!much && Objects.requireNonNull(alone.execute(status -> teams.ready()))) {
            return false;
        }
        List<Runnable> steps = Objects.requireNonNull(alone.execute(status -> teams.steps(batch)));
        steps.forEach(step -> alone.executeWithoutResult(status -> {
            takeTurn();
            step.run();
        }));
        return true;
    }

    private void recompute(long batch, List<Long> persons) {
        if (persons.isEmpty()) {
            return;
        }
        Map<Long, Set<LocalDate>> touched = touched(batch, persons);
        List<Object[]> days = new ArrayList<>();
        touched.forEach((person, own) -> own.forEach(day -> days.add(new Object[] {person, day})));
        write("delete from daily_totals where person_id = ? and total_day = ?", days);
        write(
                "insert into daily_totals (person_id, total_day, measure, currency, amount) values (?, ?, ?, ?, ?)",
                rows(credited(persons, touched)));
    }

    /** The touched persons, so many at a time that their days fit into memory; one empty portion when nobody was touched. */
    private List<List<Long>> portions(long batch) {
        List<List<Long>> portions = new ArrayList<>(List.of(new ArrayList<>()));
        int[] days = {0};
        jdbc.sql("select person_id, count(*) as days from touched_days where batch = :batch"
                        + " group by person_id order by person_id")
                .param("batch", batch)
                .query(row -> {
                    int own = row.getInt("days");
                    boolean full = portions.getLast().size() == PERSONS || days[0] + own > PERSON_DAYS;
                    if (full && !portions.getLast().isEmpty()) {
                        portions.add(new ArrayList<>());
                        days[0] = 0;
                    }
                    portions.getLast().add(row.getLong("person_id"));
                    days[0] += own;
                });
        return portions;
    }

    private Map<Long, Set<LocalDate>> touched(long batch, List<Long> persons) {
        Map<Long, Set<LocalDate>> touched = new TreeMap<>();
        jdbc.sql("select person_id, touched_day from touched_days where batch = :batch and person_id in (:persons)")
                .param("batch", batch)
                .param("persons", persons)
                .query(row -> {
                    touched.computeIfAbsent(row.getLong("person_id"), person -> new TreeSet<>())
                            .add(row.getObject("touched_day", LocalDate.class));
                });
        return touched;
    }

    /** Read over the whole span of days, since that is one range of an index; what was not touched is left out here. */
    private List<Credited> credited(List<Long> persons, Map<Long, Set<LocalDate>> touched) {
        List<LocalDate> days = persons.stream()
                .flatMap(person -> touched.getOrDefault(person, Set.of()).stream())
                .sorted()
                .toList();
        return jdbc
                .sql(CREDITED)
                .param("persons", persons)
                .param("from", days.getFirst())
                .param("to", days.getLast())
                .query(Credited.class)
                .list()
                .stream()
                .filter(credited ->
                        touched.getOrDefault(credited.personId(), Set.of()).contains(credited.happened()))
                .toList();
    }

    private static List<Object[]> rows(List<Credited> all) {
        List<Object[]> rows = new ArrayList<>();
        Map<Day, BigDecimal> deals = new LinkedHashMap<>();
        for (Credited credited : all) {
            Day day = new Day(credited.personId(), credited.happened());
            rows.add(day.row("REVENUE", credited.currency(), credited.revenue()));
            rows.add(day.row("VALUED_DEALS", credited.currency(), credited.valued()));
            deals.merge(day, credited.deals(), BigDecimal::add);
        }
        deals.forEach((day, count) -> rows.add(day.row("DEALS", Measure.NO_CURRENCY, count)));
        // in the order of the key: so the database stays on the same pages of its index
        rows.sort(Comparator.<Object[], Long>comparing(row -> (Long) row[0]).thenComparing(row -> (LocalDate) row[1]));
        return rows;
    }

    private void write(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_PER_BATCH) {
            template.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + ROWS_PER_BATCH)));
        }
    }

    /** Counts again who belongs to another team than before; the same again changes nothing. */
    void recountTeams(long batch) {
        if (!countedApart(batch, false)) {
            alone.executeWithoutResult(status -> {
                takeTurn();
                teams.recount(batch);
            });
        }
    }

    /** Names as touched whatever has a total or may need one. */
    void touchEverything(long batch) {
        alone.executeWithoutResult(status -> teams.forget());
        alone.executeWithoutResult(status -> jdbc.sql("""
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
                """).param("batch", batch).update());
    }

    /**
     * Waits for other recalculations, also of other nodes, and keeps them waiting until this portion is through: two at a
     * time could each miss the sale that the other one follows, or insert the same row. What is read from here on is
     * what was committed before.
     */
    private void takeTurn() {
        jdbc.sql("update turns set taken = taken + 1 where name = 'daily-totals'")
                .update();
    }

    private record Day(long person, LocalDate date) {

        Object[] row(String measure, String currency, BigDecimal amount) {
            return new Object[] {person, date, measure, currency, amount};
        }
    }

    /** What one person is credited with on one day in one currency. */
    record Credited(
            long personId,
            LocalDate happened,
            String currency,
            BigDecimal revenue,
            BigDecimal deals,
            BigDecimal valued) {}
}
