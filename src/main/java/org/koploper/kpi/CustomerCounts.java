package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.koploper.kpi.KpiScope.Kind;
import org.springframework.stereotype.Component;

/**
 * How many different customers: nobody is two of them because of two orders. Somebody is a customer for twelve months after
 * an order that was not cancelled, and lost when those pass without another one. Of everybody they are counted by the last
 * order of each in a stretch of time, as {@link CustomerOrders} keeps them; of anybody else from all orders of theirs.
 */
@Component
class CustomerCounts implements PeriodSource {

    /** A variant has its product's. */
    static final String FAMILY_OF_PRODUCT = """
            (select o.id, coalesce(o.family, v.family) as family from products o left join products v on v.id = o.variant_of
              where coalesce(o.family, v.family) is not null)""";

    /** On which day each customer had first bought of a second family, by what deals or their lines say. */
    private static final String SECOND_FAMILY = """
            bought{whose} as (
                select o.customer_id, o.family, min(o.closed_on) as first_day from (
                    select d.customer_id, p.family, d.closed_on from {deals} join {families} p on p.id = d.product_id
                      where coalesce(d.stage, '') = 'WON'{scope}
                    union all select d.customer_id, p.family, d.closed_on from {deals}
                      join deal_lines l on l.deal_id = d.id join {families} p on p.id = l.product_id
                      where coalesce(d.stage, '') = 'WON'{scope}) o
                where o.customer_id is not null group by o.customer_id, o.family),
              second{whose} as (
                select b.customer_id, min(b.first_day) as second_on from bought{whose} a join bought{whose} b
                  on a.customer_id = b.customer_id and (a.first_day < b.first_day
                    or a.first_day = b.first_day and a.family < b.family)
                group by b.customer_id)
            """.replace("{families}", FAMILY_OF_PRODUCT);

    private static final String SOME = """
            select {whose} as whose, x.i, sum(x.had) as at_start, sum(case when x.had = 1 and x.has = 0 then 1 else 0 end) as lost,
              sum(case when x.bought = 1 and x.ever = 0 then 1 else 0 end) as fresh, sum(x.bought) as bought, {two} as two
            from (select p.i, max(p.to_day) as to_day, d.customer_id,
                max(case when d.closed_on >= p.before_from and d.closed_on < p.from_day then 1 else 0 end) as had,
                max(case when d.closed_on > p.before_to then 1 else 0 end) as has,
                max(case when d.closed_on < p.from_day then 1 else 0 end) as ever,
                max(case when d.closed_on >= p.from_day then 1 else 0 end) as bought
              from {deals} cross join {slots}
              where coalesce(d.stage, '') = 'WON' and d.customer_id is not null and d.closed_on <= p.to_day{scope}
              group by p.i, d.customer_id) x {second} group by x.i
            """;

    /** Each is counted by the last order in the stretch: the one after which there is none in it. */
    private static final String ALL = """
            select {whose} as whose, {i} as i,
              (select count(*) from customer_orders o where o.closed_on >= {before_from} and o.closed_on < {from_day}
                and (o.next_on is null or o.next_on >= {from_day})) as at_start,
              (select count(*) from customer_orders o where o.closed_on between {before_from} and {before_to}
                and (o.next_on is null or o.next_on > {to_day})) as lost,
              (select count(*) from customer_orders o where o.closed_on between {from_day} and {to_day} and o.is_first) as fresh,
              (select count(*) from customer_orders o where o.closed_on between {from_day} and {to_day}
                and (o.next_on is null or o.next_on > {to_day})) as bought,
              {two} as two
            from organisation where id = 1
            """;

    private static final String ALL_OF_TWO = """
            (select count(*) from customer_orders o join second_families f on f.customer_id = o.customer_id
                where o.closed_on between {from_day} and {to_day} and (o.next_on is null or o.next_on > {to_day})
                  and f.second_on <= {to_day})""";

    private final KpiSql sql;
    private final TeamDays days;
    private final Everybody everybody;

    CustomerCounts(KpiSql sql, TeamDays days, Everybody everybody) {
        this.sql = sql;
        this.days = days;
        this.everybody = everybody;
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
        boolean kept = days.ready();
        List<KpiSql.Question> questions = new ArrayList<>();
        for (Asked asked : all) {
            asked.slots()
                    .forEach(slot ->
                            asked.measures().forEach(measure -> of(into, slot).add(measure, BigDecimal.ZERO)));
            questions.add(kept && isAtMostAYear(asked) && everybody.is(asked.scope()) ? ofAll(asked) : ofSome(asked));
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

    /** In a longer stretch somebody can order again and be lost again. */
    private static boolean isAtMostAYear(Asked asked) {
        return asked.slots().stream()
                .allMatch(slot -> slot.day()
                        .minusMonths(SlotTable.MONTHS)
                        .isBefore(slot.period().from()));
    }

    private static KpiSql.Question ofAll(Asked asked) {
        boolean families = asked.measures().contains(Measure.BUYERS_OF_TWO);
        String text = ALL.replace("{two}", families ? ALL_OF_TWO : "0");
        List<Slot> slots = asked.slots();
        return new KpiSql.Question(
                asked.scope(),
                slots.size(),
                "",
                IntStream.range(0, slots.size())
                        .mapToObj(i -> ofSlot(text, i, slots.get(i)))
                        .collect(Collectors.joining(" union all ")),
                Map.of());
    }

    private static String ofSlot(String text, int i, Slot slot) {
        LocalDate from = slot.period().from();
        return text.replace("{i}", String.valueOf(i))
                .replace("{from_day}", SlotTable.day(from))
                .replace("{to_day}", SlotTable.day(slot.day()))
                .replace("{before_from}", SlotTable.day(from.minusMonths(SlotTable.MONTHS)))
                .replace("{before_to}", SlotTable.day(slot.day().minusMonths(SlotTable.MONTHS)));
    }

    private static KpiSql.Question ofSome(Asked asked) {
        boolean families = asked.measures().contains(Measure.BUYERS_OF_TWO);
        KpiScope scope = asked.scope();
        String text = SOME.replace(
                        "{two}",
                        families ? "sum(case when x.bought = 1 and s.second_on <= x.to_day then 1 else 0 end)" : "0")
                .replace("{second}", families ? "left join second{whose} s on s.customer_id = x.customer_id" : "")
                .replace("{slots}", SlotTable.of(asked.slots()));
        return new KpiSql.Question(
                scope,
                asked.slots().size(),
                families ? within(scope, SECOND_FAMILY) : "",
                within(scope, text),
                Map.of());
    }

    private static String within(KpiScope scope, String text) {
        boolean team = scope.kind() == Kind.TEAM;
        return text.replace(
                        "{deals}",
                        team
                                ? "memberships sm join deals d on " + KpiSql.member("sm", "d.owner_id", "d.closed_on")
                                : "deals d")
                .replace("{scope}", team ? "" : KpiSql.within(scope, "d.owner_id", "d.closed_on", "d.customer_id"));
    }

    private static Sums of(Map<String, Sums> into, Slot slot) {
        return Objects.requireNonNull(into.get(slot.key()));
    }
}
