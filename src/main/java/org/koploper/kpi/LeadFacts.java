package org.koploper.kpi;

import java.util.stream.Stream;

/** What leads say; a lead belongs to whoever has it now. A stage that was skipped counts as passed. */
final class LeadFacts {

    private static final String SOLD = """
            (l.status = 'CONVERTED' or exists (select 1 from deals d where d.lead_id = l.id and coalesce(d.stage, '') = 'WON'))""";

    private static final String MET = "(" + SOLD + """
             or exists (select 1 from activities a where a.lead_id = l.id and a.outcome = 'HELD'
              and a.kind in ('MEETING', 'VISIT', 'DEMO')))""";

    private static final String QUOTED = "(" + SOLD + """
             or exists (select 1 from quotes o where o.lead_id = l.id and o.sent_on is not null))""";

    private static final String QUALIFIED = """
            (l.status in ('QUALIFIED', 'CONVERTED') or exists (select 1 from lead_states s
              where s.lead_id = l.id and s.status in ('QUALIFIED', 'CONVERTED')))""";

    private static final String ANSWERED = """
            (select min(a.happened_at) from activities a
              where a.lead_id = l.id and a.outcome = 'HELD' and a.happened_at >= l.arrived_at)""";

    private LeadFacts() {}

    static Stream<FactSource> sources() {
        return Stream.of(cohort(), qualified(), arrived(), answered());
    }

    private static FactSource cohort() {
        return FactSource.flow(leads("l.created_on")
                .counting(Measure.LEADS)
                .counting(Measure.LEADS_QUALIFIED, "case when " + QUALIFIED + " then 1 else 0 end")
                .counting(Measure.LEADS_MET, "case when " + MET + " then 1 else 0 end")
                .counting(Measure.LEADS_QUOTED, "case when " + QUOTED + " then 1 else 0 end")
                .counting(Measure.LEADS_SOLD, "case when " + SOLD + " then 1 else 0 end"));
    }

    /** The first time counts; later there and back does not. */
    private static FactSource qualified() {
        String first = """
                (select q.*, coalesce(q.qualified_on, (select min(f.from_day) from lead_states f
                  where f.lead_id = q.id and f.status = 'QUALIFIED')) as first_day from leads q) l""";
        return FactSource.flow(about(Branch.from(first, "l.owner_id", "l.first_day"))
                .where("l.first_day is not null")
                .counting(Measure.QUALIFIED));
    }

    private static FactSource arrived() {
        return FactSource.flow(
                leads("l.created_on").where("l.arrived_at is not null").counting(Measure.TIMED_LEADS));
    }

    private static FactSource answered() {
        return FactSource.flow(leads("l.created_on")
                .where("l.arrived_at is not null and " + ANSWERED + " is not null")
                .by(KpiSql.minutes("l.arrived_at", ANSWERED))
                .counting(Measure.RESPONSE));
    }

    private static Branch leads(String day) {
        return about(Branch.from("leads l", "l.owner_id", day));
    }

    private static Branch about(Branch branch) {
        return branch.about("l.customer_id", "cast(null as bigint)", "l.id");
    }
}
