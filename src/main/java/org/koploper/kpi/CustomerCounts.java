package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * How many different customers: nobody is two of them because of two orders. Somebody is a customer for twelve months after
 * an order that was not cancelled, and lost when those pass without another one.
 */
@Component
class CustomerCounts implements PeriodSource {

    private static final String ORDER =
            "exists (select 1 from deals d where d.customer_id = c.id and coalesce(d.stage, '') = 'WON' and d.closed_on %s{scope})";

    /** On which day each customer had first bought of a second family, by what deals or their lines say; a variant has its product's. */
    private static final String SECOND_FAMILY = """
            bought{whose} as (
                select o.customer_id, o.family, min(o.closed_on) as first_day from (
                    select d.customer_id, p.family, d.closed_on from deals d join {families} p on p.id = d.product_id
                      where coalesce(d.stage, '') = 'WON'{scope}
                    union all select d.customer_id, p.family, d.closed_on from deals d
                      join deal_lines l on l.deal_id = d.id join {families} p on p.id = l.product_id
                      where coalesce(d.stage, '') = 'WON'{scope}) o
                where o.customer_id is not null group by o.customer_id, o.family),
              second{whose} as (
                select b.customer_id, min(b.first_day) as second_day from bought{whose} a join bought{whose} b
                  on a.customer_id = b.customer_id and (a.first_day < b.first_day
                    or a.first_day = b.first_day and a.family < b.family)
                group by b.customer_id)
            """.replace("{families}", """
            (select o.id, coalesce(o.family, v.family) as family from products o left join products v on v.id = o.variant_of
              where coalesce(o.family, v.family) is not null)""");

    private static final String SQL = """
            select {whose} as whose, x.i, sum(x.had) as at_start, sum(case when x.had = 1 and x.has = 0 then 1 else 0 end) as lost,
              sum(case when x.bought = 1 and x.ever = 0 then 1 else 0 end) as fresh, sum(x.bought) as bought,
              sum(case when x.bought = 1 then x.of_two else 0 end) as two
            from (select p.i,
                case when {had} then 1 else 0 end as had, case when {has} then 1 else 0 end as has,
                case when {ever} then 1 else 0 end as ever, case when {bought} then 1 else 0 end as bought,
                {two} as of_two
              from customers c {second} cross join {slots}) x group by x.i
            """.replace(
                    "{had}", ORDER.formatted(">= p.before_from and d.closed_on < p.from_day"))
            .replace("{has}", ORDER.formatted("> p.before_to and d.closed_on <= p.to_day"))
            .replace("{ever}", ORDER.formatted("< p.from_day"))
            .replace("{bought}", ORDER.formatted("between p.from_day and p.to_day"));

    private static final String FAMILIES = SQL.replace("{second}", "left join second{whose} s on s.customer_id = c.id")
            .replace("{two}", "case when s.second_day <= p.to_day then 1 else 0 end");

    private static final String ALONE = SQL.replace("{second}", "").replace("{two}", "0");

    private final KpiSql sql;

    CustomerCounts(KpiSql sql) {
        this.sql = sql;
    }

    @Override
    public Set<Measure> measures() {
        return EnumSet.of(
                Measure.CUSTOMERS_AT_START,
                Measure.CUSTOMERS_LOST,
                Measure.CUSTOMERS_NEW,
                Measure.BUYERS,
                Measure.BUYERS_OF_TWO);
    }

    @Override
    public void read(List<Asked> all, Map<String, Sums> into) {
        List<KpiSql.Question> questions = new ArrayList<>();
        for (Asked asked : all) {
            asked.slots()
                    .forEach(slot ->
                            asked.measures().forEach(measure -> of(into, slot).add(measure, BigDecimal.ZERO)));
            boolean families = asked.measures().contains(Measure.BUYERS_OF_TWO);
            questions.add(new KpiSql.Question(
                    asked.scope(),
                    asked.slots().size(),
                    families ? within(asked.scope(), SECOND_FAMILY) : "",
                    within(asked.scope(), families ? FAMILIES : ALONE).replace("{slots}", SlotTable.of(asked.slots())),
                    Map.of()));
        }
        sql.each(questions, (row, whose) -> {
            Sums sums = of(into, all.get(whose).slots().get(row.getInt("i")));
            sums.add(Measure.CUSTOMERS_AT_START, row.getBigDecimal("at_start"));
            sums.add(Measure.CUSTOMERS_LOST, row.getBigDecimal("lost"));
            sums.add(Measure.CUSTOMERS_NEW, row.getBigDecimal("fresh"));
            sums.add(Measure.BUYERS, row.getBigDecimal("bought"));
            sums.add(Measure.BUYERS_OF_TWO, row.getBigDecimal("two"));
        });
    }

    private static String within(KpiScope scope, String text) {
        return text.replace("{scope}", KpiSql.within(scope, "d.owner_id", "d.closed_on", "d.customer_id"));
    }

    private static Sums of(Map<String, Sums> into, Slot slot) {
        return Objects.requireNonNull(into.get(slot.key()));
    }
}
