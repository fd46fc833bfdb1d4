package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is open on a day, and of it what is older than anything was when it was decided by then, in the whole organisation. */
@Component
class StaleCounts implements PeriodSource {

    private static final String DEALS = """
            select p.i, count(*) as aged, sum(case when {days:s.begun|p.to_day} > (
                select max({days:coalesce(e.engaged_on, e.quoted_on)|e.closed_on}) from deals e
                where e.stage in ('WON', 'LOST', 'CANCELLED') and e.closed_on <= p.to_day) then 1 else 0 end) as stale
            from {slots} join (select s.owner_id, d.customer_id, s.from_day,
                (select min(n.from_day) from deal_states n where n.deal_id = s.deal_id and n.seq > s.seq) as until_day,
                (select min(b.from_day) from deal_states b where b.deal_id = s.deal_id
                  and b.stage in ('ENGAGING', 'QUOTED')) as begun
              from deal_states s join deals d on d.id = s.deal_id
              where s.stage in ('ENGAGING', 'QUOTED') and s.from_day is not null) s
              on s.from_day <= p.to_day and (s.until_day is null or s.until_day > p.to_day)
            where 1 = 1{scope} group by p.i
            """;

    private static final String QUOTES = """
            select p.i, count(*) as aged, sum(case when {days:s.begun|p.to_day} > (
                select max({days:e.sent_on|e.decided_on}) from quotes e
                where e.outcome in ('WON', 'LOST', 'EXPIRED') and e.decided_on <= p.to_day) then 1 else 0 end) as stale
            from {slots} join (select s.owner_id, q.customer_id, s.from_day, q.expires_on,
                (select min(n.from_day) from quote_states n where n.quote_id = s.quote_id and n.seq > s.seq) as until_day,
                (select min(b.from_day) from quote_states b where b.quote_id = s.quote_id and b.outcome = 'OPEN') as begun
              from quote_states s join quotes q on q.id = s.quote_id
              where s.outcome = 'OPEN' and s.from_day is not null and q.sent_on is not null) s
              on s.from_day <= p.to_day and (s.until_day is null or s.until_day > p.to_day)
                and (s.expires_on is null or s.expires_on >= p.to_day)
            where 1 = 1{scope} group by p.i
            """;

    private final KpiSql sql;

    StaleCounts(KpiSql sql) {
        this.sql = sql;
    }

    @Override
    public Set<Measure> measures() {
        return EnumSet.of(Measure.AGED_DEALS, Measure.STALE_DEALS, Measure.AGED_QUOTES, Measure.STALE_QUOTES);
    }

    @Override
    public void read(Set<Measure> wanted, KpiScope scope, List<Slot> slots, Map<String, Sums> into) {
        slots.forEach(slot -> wanted.forEach(measure -> of(into, slot).add(measure, BigDecimal.ZERO)));
        if (wanted.contains(Measure.STALE_DEALS)) {
            read(DEALS, Measure.AGED_DEALS, Measure.STALE_DEALS, scope, slots, into);
        }
        if (wanted.contains(Measure.STALE_QUOTES)) {
            read(QUOTES, Measure.AGED_QUOTES, Measure.STALE_QUOTES, scope, slots, into);
        }
    }

    private void read(
            String template, Measure aged, Measure stale, KpiScope scope, List<Slot> slots, Map<String, Sums> into) {
        String asked = template.replace("{slots}", SlotTable.of(slots))
                .replace("{scope}", KpiSql.within(scope, "s.owner_id", "p.to_day", "s.customer_id"));
        sql.about(scope, asked).query(row -> {
            Sums sums = of(into, slots.get(row.getInt("i")));
            sums.add(aged, row.getBigDecimal("aged"));
            sums.add(stale, row.getBigDecimal("stale"));
        });
    }

    private static Sums of(Map<String, Sums> into, Slot slot) {
        return Objects.requireNonNull(into.get(slot.key()));
    }
}
