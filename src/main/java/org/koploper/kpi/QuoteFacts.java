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
        String until = "case when %1$s is null or s.until_day < %1$s then s.until_day else %1$s end".formatted(AFTER);
        return Changes.of(
                "quote_states s join quotes q on q.id = s.quote_id left join deals d on d.id = q.deal_id",
                "s.outcome = 'OPEN' and q.sent_on is not null",
                until,
                state -> state.counting(Measure.OPEN_QUOTES)
                        .counting(Measure.OPEN_QUOTE_VALUE, "coalesce(s.quote_value, 0)")
                        .about("q.customer_id", "d.product_id", "q.lead_id"));
    }
}
