package org.koploper.kpi;

import java.util.stream.Stream;

/** What quotes say. A quote belongs to one person; its revisions are one quote. One that ran out counts as lost. */
final class QuoteFacts {

    /** The day after the last one of an offer; null where it has none. */
    private static final String AFTER = "cast(q.expires_on + interval '1' day as date)";

    private QuoteFacts() {}

    static Stream<FactSource> sources() {
        return Stream.of(decided(), sent(), cycle(), open());
    }

    private static FactSource decided() {
        return FactSource.flow(
                quotes("q.decided_on")
                        .where("q.outcome in ('WON', 'LOST', 'EXPIRED')")
                        .counting(Measure.QUOTES_WON, "case when q.outcome = 'WON' then 1 else 0 end")
                        .counting(Measure.QUOTES_LOST, "case when q.outcome = 'WON' then 0 else 1 end"),
                // nobody wrote down that it ran out
                quotes(AFTER)
                        .where("q.outcome = 'OPEN' and q.sent_on is not null and q.expires_on is not null")
                        .counting(Measure.QUOTES_LOST));
    }

    private static FactSource sent() {
        return FactSource.flow(quotes("q.sent_on")
                .where("q.sent_on is not null")
                .counting(Measure.QUOTES_SENT)
                .counting(Measure.QUOTES_SENT_WON, "case when q.outcome = 'WON' then 1 else 0 end"));
    }

    private static FactSource cycle() {
        return FactSource.flow(quotes("q.decided_on")
                .where("q.outcome = 'WON' and q.sent_on is not null")
                .by(KpiSql.days("q.sent_on", "q.decided_on"))
                .counting(Measure.QUOTE_CYCLE));
    }

    private static Branch quotes(String day) {
        return Branch.from("quotes q left join deals d on d.id = q.deal_id", "q.owner_id", day)
                .about("q.customer_id", "d.product_id", "q.lead_id");
    }

    /** From the dated states; an offer that ran out is open no more, whether or not anybody wrote it down. */
    private static FactSource open() {
        String states = """
                (select o.from_day, o.owner_id, o.currency, o.worth, o.customer_id, o.product_id, o.lead_id,
                    case when o.after_day is null or o.next_day < o.after_day then o.next_day else o.after_day end as until_day
                  from (select s.from_day, s.owner_id, s.currency, coalesce(s.quote_value, 0) as worth,
                    q.customer_id, d.product_id, q.lead_id, %s as after_day,
                    (select min(n.from_day) from quote_states n where n.quote_id = s.quote_id and n.seq > s.seq) as next_day
                  from quote_states s join quotes q on q.id = s.quote_id left join deals d on d.id = q.deal_id
                  where s.outcome = 'OPEN' and s.from_day is not null and q.sent_on is not null) o) s""".formatted(AFTER);
        return Changes.of(states, Measure.OPEN_QUOTES, Measure.OPEN_QUOTE_VALUE);
    }
}
