package org.koploper.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What deals say. Who is credited with what follows the same rules as {@code sales.Credits}. */
final class DealFacts {

    private static final String SHARE = "{share}";

    /** What a cancellation takes back: what credit notes up to its day have left of the deal. */
    private static final String LEFT = """
            greatest(coalesce(d.deal_value, 0) - coalesce((select sum(n.amount) from credit_notes n
                where n.deal_id = d.id and n.currency = d.currency and n.credited_on <= d.cancelled_on), 0), 0)""";

    private static final String VALUE = "coalesce(d.deal_value, 0)";

    private static final String COST = "(" + GoodsCost.OF_DEAL + ")";

    private static final String VALUED = "case when d.deal_value is null then 0 else {share} end";

    private static final String SQUARE =
            "(coalesce(d.deal_value, 0) * {share} * 0.001) * (coalesce(d.deal_value, 0) * {share} * 0.001)";

    private static final String ORDERED = "d.stage in ('WON', 'CANCELLED')";

    private static final String CREDITED =
            "(d.stage = 'WON' or d.stage = 'CANCELLED' and n.credited_on <= d.cancelled_on)";

    /** When somebody began to work on a deal, as far as is known. */
    static final String BEGUN = "coalesce(d.engaged_on, d.quoted_on, d.closed_on)";

    private DealFacts() {}

    static Stream<FactSource> sources() {
        return Stream.of(
                sales().keptByDay(),
                decisions().keptByDay(),
                cycle().keptByDay(),
                margins().keptByDay(),
                cohort().keptByDay(),
                repeats().keptByDay(),
                open().keptByDay(),
                contactCycle());
    }

    private static FactSource sales() {
        List<Branch> all = new ArrayList<>(credited("", "d.closed_on", ORDERED, won -> won)
                .map(won -> won.counting(Measure.REVENUE, worth(won, VALUE))
                        .counting(Measure.ORDERS, worth(won, "1"))
                        .counting(Measure.VALUED_ORDERS, shared(won, VALUED))
                        .counting(Measure.VALUE_SQUARES, shared(won, SQUARE)))
                .toList());
        credited("", "d.cancelled_on", "d.stage = 'CANCELLED'", left -> left)
                .map(left -> left.counting(Measure.REVENUE, "-" + worth(left, LEFT))
                        .counting(Measure.ORDERS, "-" + worth(left, "1"))
                        .counting(Measure.VALUED_ORDERS, "-(" + shared(left, VALUED) + ")")
                        .counting(Measure.VALUE_SQUARES, "-(" + shared(left, SQUARE) + ")"))
                .forEach(all::add);
        credited("join credit_notes n on n.deal_id = d.id", "n.credited_on", CREDITED, note -> note.in("n.currency"))
                .map(note -> note.counting(Measure.REVENUE, "-" + worth(note, "n.amount")))
                .forEach(all::add);
        return FactSource.flow(all);
    }

    /** A deal whose cost is not known is in none of the three: its cost is null, and so is every sum with it. */
    private static FactSource margins() {
        String known = "0 * " + COST;
        List<Branch> all = new ArrayList<>(credited("", "d.closed_on", ORDERED, won -> won)
                .map(won -> won.counting(Measure.MARGIN, worth(won, "(" + VALUE + " - " + COST + ")"))
                        .counting(Measure.MARGIN_REVENUE, worth(won, "(" + VALUE + " + " + known + ")"))
                        .counting(Measure.MARGIN_ORDERS, worth(won, "(1 + " + known + ")")))
                .toList());
        credited("", "d.cancelled_on", "d.stage = 'CANCELLED'", left -> left)
                .map(left -> left.counting(Measure.MARGIN, "-" + worth(left, "(" + LEFT + " - " + COST + ")"))
                        .counting(Measure.MARGIN_REVENUE, "-" + worth(left, "(" + LEFT + " + " + known + ")"))
                        .counting(Measure.MARGIN_ORDERS, "-" + worth(left, "(1 + " + known + ")")))
                .forEach(all::add);
        credited("join credit_notes n on n.deal_id = d.id", "n.credited_on", CREDITED, note -> note.in("n.currency"))
                .map(note -> note.counting(Measure.MARGIN, "-" + worth(note, "(n.amount + " + known + ")"))
                        .counting(Measure.MARGIN_REVENUE, "-" + worth(note, "(n.amount + " + known + ")")))
                .forEach(all::add);
        return FactSource.flow(all);
    }

    private static FactSource decisions() {
        return FactSource.flow(credited("", "d.closed_on", "d.stage in ('WON', 'CANCELLED', 'LOST')", one -> one)
                .map(one -> one.counting(Measure.WON, shared(one, "case when d.stage = 'LOST' then 0 else {share} end"))
                        .counting(Measure.LOST, shared(one, "case when d.stage = 'LOST' then {share} else 0 end")))
                .toList());
    }

    private static FactSource cohort() {
        return FactSource.flow(credited("", BEGUN, BEGUN + " is not null", one -> one)
                .map(one -> one.counting(Measure.BEGUN, worth(one, "1"))
                        .counting(Measure.BEGUN_WON, shared(one, "case when " + ORDERED + " then {share} else 0 end")))
                .toList());
    }

    private static FactSource repeats() {
        String before = """
                exists (select 1 from deals e where e.customer_id = d.customer_id and coalesce(e.stage, '') = 'WON'
                  and (e.closed_on < d.closed_on or e.closed_on = d.closed_on and e.id < d.id))""";
        return FactSource.flow(credited("", "d.closed_on", "d.stage = 'WON' and d.customer_id is not null", one -> one)
                .map(one -> one.counting(Measure.KNOWN_ORDERS, worth(one, "1"))
                        .counting(
                                Measure.REPEAT_ORDERS, shared(one, "case when " + before + " then {share} else 0 end")))
                .toList());
    }

    private static FactSource cycle() {
        String begun = "coalesce(d.quoted_on, d.engaged_on)";
        return FactSource.flow(owned(ORDERED + " and " + begun + " is not null")
                .by(KpiSql.days(begun, "d.closed_on"))
                .counting(Measure.CYCLE));
    }

    private static FactSource contactCycle() {
        String first = """
                (select cast(min(a.happened_at) as date) from activities a
                  where a.customer_id = d.customer_id and a.outcome = 'HELD')""";
        return FactSource.flow(owned(ORDERED + " and d.closed_on >= " + first)
                .by(KpiSql.days(first, "d.closed_on"))
                .counting(Measure.CONTACT_CYCLE));
    }

    private static Branch owned(String where) {
        return Branch.from("deals d", "d.owner_id", "d.closed_on")
                .where(where)
                .about("d.customer_id", "d.product_id", "d.lead_id");
    }

    /** From the dated states, so that any past day says what was open then, in the hands and at the value of then. */
    private static FactSource open() {
        return Changes.of(
                "deal_states s join deals d on d.id = s.deal_id left join products p on p.id = d.product_id",
                "s.stage in ('ENGAGING', 'QUOTED')",
                "s.until_day",
                state -> state.counting(Measure.OPEN_DEALS)
                        .counting(
                                Measure.OPEN_DEAL_VALUE,
                                "coalesce(s.deal_value, case when p.currency = s.currency then p.list_price end, 0)")
                        .about("d.customer_id", "d.product_id", "d.lead_id"));
    }

    /** The owner where nobody shares the deal, and whoever shares it: each by an index that begins with the person. */
    private static Stream<Branch> credited(String join, String day, String where, UnaryOperator<Branch> more) {
        String alone = "not exists (select 1 from deal_splits x where x.deal_id = d.id)";
        return Stream.of(
                        Branch.from("deals d " + join, "d.owner_id", day).where(where + " and " + alone),
                        Branch.from("deal_splits s join deals d on d.id = s.deal_id " + join, "s.person_id", day)
                                .where(where))
                .map(branch -> branch.in("d.currency").about("d.customer_id", "d.product_id", "d.lead_id"))
                .map(more);
    }

    private static String worth(Branch branch, String amount) {
        return shared(branch, amount + " * {share}");
    }

    private static String shared(Branch branch, String amount) {
        return amount.replace(SHARE, branch.person().equals("s.person_id") ? "s.share" : "cast(1 as numeric(9,6))");
    }
}
