package org.koploper.kpi;

import java.util.stream.Stream;

/** What activities, weekly efforts and answers of customers say. */
final class ContactFacts {

    private static final String HELD = "a.outcome = 'HELD'";

    private static final String MOMENT =
            "a.happened_at >= cast(cast(:from as date) as timestamp) and a.happened_at < cast(cast(:after as date) as timestamp)";

    private ContactFacts() {}

    static Stream<FactSource> sources() {
        return Stream.of(held(), firstContacts(), answers());
    }

    /** A week that was typed in as a whole counts instead of the calls and meetings of its days, never beside them. */
    private static FactSource held() {
        String alone = " and not exists (select 1 from weekly_efforts w where w.person_id = a.person_id"
                + " and cast(a.happened_at as date) between w.week_start and cast(w.week_start + interval '6' day as date))";
        return FactSource.flow(
                activities()
                        .where(HELD + " and a.kind in ('CALL', 'MEETING', 'VISIT', 'DEMO')" + alone)
                        .counting(Measure.CALLS, "case when a.kind = 'CALL' then 1 else 0 end")
                        .counting(Measure.MEETINGS, "case when a.kind = 'CALL' then 0 else 1 end")
                        .counting(Measure.MINUTES, "coalesce(a.minutes, 0)"),
                Branch.from("weekly_efforts w", "w.person_id", "w.week_start")
                        .counting(Measure.CALLS, "w.calls")
                        .counting(Measure.MEETINGS, "w.meetings")
                        .counting(Measure.MINUTES, "coalesce(w.minutes, 0)"));
    }

    private static FactSource firstContacts() {
        return FactSource.flow(
                activities().where(HELD + """
                         and a.customer_id is not null and not exists (select 1 from activities b
                          where b.customer_id = a.customer_id and b.outcome = 'HELD'
                            and (b.happened_at < a.happened_at or b.happened_at = a.happened_at and b.id < a.id))""").counting(Measure.CONTACTED).counting(Measure.CONTACTED_WON, """
                        case when exists (select 1 from deals d where d.customer_id = a.customer_id
                          and coalesce(d.stage, '') = 'WON' and d.closed_on >= cast(a.happened_at as date)) then 1 else 0 end"""));
    }

    private static Branch activities() {
        return Branch.from("activities a", "a.person_id", "cast(a.happened_at as date)")
                .within(MOMENT)
                .about("a.customer_id", "cast(null as bigint)", "a.lead_id");
    }

    private static FactSource answers() {
        return FactSource.flow(Branch.from(
                        "customer_answers c left join deals d on d.id = c.deal_id",
                        "coalesce(c.person_id, d.owner_id)",
                        "c.answered_on")
                .about("coalesce(c.customer_id, d.customer_id)", "d.product_id", "d.lead_id")
                .counting(Measure.ANSWERS, "case when c.satisfaction is null then 0 else 1 end")
                .counting(Measure.SATISFIED, "case when c.satisfaction >= 4 then 1 else 0 end")
                .counting(Measure.RETURN_ANSWERS, "case when c.return_intention is null then 0 else 1 end")
                .counting(Measure.RETURNING, "case when c.return_intention >= 4 then 1 else 0 end"));
    }
}
