package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What is open on a day, and of it what is older than anything was when it was decided by then, in the whole organisation. How
 * long decisions took is read once for all days, and so are the states: neither is looked up again for each of them.
 */
@Component
class StaleCounts implements PeriodSource {

    /** The longest way to a decision of each day. */
    private static final String DECIDED_DEALS = """
            select e.closed_on as on_day, max({days:coalesce(e.engaged_on, e.quoted_on)|e.closed_on}) as days from deals e
            where e.stage in ('WON', 'LOST', 'CANCELLED') and e.closed_on <= :to group by e.closed_on
            """;

    private static final String DECIDED_QUOTES = """
            select e.decided_on as on_day, max({days:e.sent_on|e.decided_on}) as days from quotes e
            where e.outcome in ('WON', 'LOST', 'EXPIRED') and e.decided_on <= :to group by e.decided_on
            """;

    // "offset 0 rows" keeps PostgreSQL from looking up the subqueries again for each day
    private static final String OPEN_DEALS = """
            select {whose} as whose, p.i, count(*) as aged, sum(case when s.begun < p.stale_before then 1 else 0 end) as stale
            from {days} join (select s.owner_id, d.customer_id, s.from_day, s.until_day,
                (select min(b.from_day) from deal_states b where b.deal_id = s.deal_id
                  and b.stage in ('ENGAGING', 'QUOTED')) as begun
              from deal_states s join deals d on d.id = s.deal_id
              where s.stage in ('ENGAGING', 'QUOTED') and s.from_day <= :to
                and (s.until_day is null or s.until_day > :first) offset 0 rows) s
              on s.from_day <= p.to_day and (s.until_day is null or s.until_day > p.to_day)
            where 1 = 1{scope} group by p.i
            """;

    private static final String OPEN_QUOTES = """
            select {whose} as whose, p.i, count(*) as aged, sum(case when s.begun < p.stale_before then 1 else 0 end) as stale
            from {days} join (select s.owner_id, q.customer_id, s.from_day, s.until_day, q.expires_on,
                (select min(b.from_day) from quote_states b where b.quote_id = s.quote_id and b.outcome = 'OPEN') as begun
              from quote_states s join quotes q on q.id = s.quote_id
              where s.outcome = 'OPEN' and s.from_day <= :to and q.sent_on is not null
                and (s.until_day is null or s.until_day > :first) offset 0 rows) s
              on s.from_day <= p.to_day and (s.until_day is null or s.until_day > p.to_day)
                and (s.expires_on is null or s.expires_on >= p.to_day)
            where 1 = 1{scope} group by p.i
            """;

    /** Before this nothing was begun. */
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    private final KpiSql sql;

    StaleCounts(KpiSql sql) {
        this.sql = sql;
    }

    @Override
    public Set<Measure> measures() {
        return EnumSet.of(Measure.AGED_DEALS, Measure.STALE_DEALS, Measure.AGED_QUOTES, Measure.STALE_QUOTES);
    }

    @Override
    public void read(List<Asked> all, Map<String, Sums> into) {
        for (Asked asked : all) {
            asked.slots()
                    .forEach(slot ->
                            asked.measures().forEach(measure -> of(into, slot).add(measure, BigDecimal.ZERO)));
        }
        read(DECIDED_DEALS, OPEN_DEALS, Measure.AGED_DEALS, Measure.STALE_DEALS, all, into);
        read(DECIDED_QUOTES, OPEN_QUOTES, Measure.AGED_QUOTES, Measure.STALE_QUOTES, all, into);
    }

    private void read(
            String decided, String open, Measure aged, Measure stale, List<Asked> all, Map<String, Sums> into) {
        List<Asked> asking =
                all.stream().filter(asked -> asked.measures().contains(stale)).toList();
        if (asking.isEmpty()) {
            return;
        }
        LocalDate last =
                asking.stream().map(Asked::last).max(LocalDate::compareTo).orElseThrow();
        TreeMap<LocalDate, Integer> longest = longest(decided, last);
        List<KpiSql.Question> questions = new ArrayList<>();
        for (Asked asked : asking) {
            List<LocalDate> staleBefore = new ArrayList<>();
            for (Slot slot : asked.slots()) {
                var known = longest.floorEntry(slot.day());
                staleBefore.add(known == null ? NEVER : slot.day().minusDays(known.getValue()));
            }
            String text = open.replace("{days}", days(asked.slots(), staleBefore))
                    .replace("{scope}", KpiSql.within(asked.scope(), "s.owner_id", "p.to_day", "s.customer_id"));
            LocalDate earliest = asked.slots().stream()
                    .map(Slot::day)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            questions.add(new KpiSql.Question(
                    asked.scope(), asked.slots().size(), "", text, Map.of("first", earliest, "to", asked.last())));
        }
        sql.each(questions, (row, whose) -> {
            Sums sums = of(into, asking.get(whose).slots().get(row.getInt("i")));
            sums.add(aged, row.getBigDecimal("aged"));
            sums.add(stale, row.getBigDecimal("stale"));
        });
    }

    /** The most days that a decision had taken by each day on which there was one. */
    private TreeMap<LocalDate, Integer> longest(String decided, LocalDate last) {
        TreeMap<LocalDate, Integer> onDay = new TreeMap<>();
        sql.about(KpiScope.organisation(), decided).param("to", last).query(row -> {
            int days = row.getInt("days");
            if (!row.wasNull()) {
                onDay.put(row.getObject("on_day", LocalDate.class), days);
            }
        });
        int most = Integer.MIN_VALUE;
        for (Map.Entry<LocalDate, Integer> entry : onDay.entrySet()) {
            most = Math.max(most, entry.getValue());
            entry.setValue(most);
        }
        return onDay;
    }

    /** {@code (values …) as p (i, to_day, stale_before)}. */
    private static String days(List<Slot> slots, List<LocalDate> staleBefore) {
        return IntStream.range(0, slots.size())
                .mapToObj(i -> "(%d, cast('%s' as date), cast('%s' as date))"
                        .formatted(i, slots.get(i).day(), staleBefore.get(i)))
                .collect(Collectors.joining(", ", "(values ", ") as p (i, to_day, stale_before)"));
    }

    private static Sums of(Map<String, Sums> into, Slot slot) {
        return Objects.requireNonNull(into.get(slot.key()));
    }
}
