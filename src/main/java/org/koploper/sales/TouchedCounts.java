package org.koploper.sales;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes the persons and days of which counts move with a batch, beyond those whose pay does ({@link Touched}): when a deal was
 * begun or open, when a customer first ordered, and of which orders the goods have another cost.
 */
@Component
class TouchedCounts {

    private static final String NOTE = "insert into touched_counts (batch, person_id, touched_day) ";

    /** Who is credited with deals d, on the days on which they are. */
    private static final String CREDITED = Stream.of("d.owner_id", "s.person_id")
            .flatMap(person -> Stream.of("d.closed_on", "d.cancelled_on", "n.credited_on")
                    .map(day -> select(
                            person,
                            day,
                            (person.equals("s.person_id") ? " join deal_splits s on s.deal_id = d.id" : "")
                                    + (day.equals("n.credited_on") ? " join credit_notes n on n.deal_id = d.id" : ""),
                            "")))
            .collect(Collectors.joining(" union "));

    /** Whose they were when they came to be open, and when they ceased to be. */
    private static final String STATES = Stream.of("s.from_day", "s.until_day")
            .map(day -> select(
                    "s.owner_id",
                    day,
                    " join deal_states s on s.deal_id = d.id",
                    " and s.stage in ('ENGAGING', 'QUOTED')"))
            .collect(Collectors.joining(" union "));

    private static final Which OF_DEALS = new Which("deals d", "d.id in (:ids)");
    private static final Which OF_PRODUCTS = new Which("deals d", "d.product_id in (:ids)");
    private static final Which WITH_LINES_OF =
            new Which("deal_lines l join deals d on d.id = l.deal_id", "l.product_id in (:ids)");

    private final JdbcTemplate bulk;

    TouchedCounts(JdbcTemplate bulk) {
        this.bulk = bulk;
    }

    void add(long batch, Collection<Touched.PersonDay> days) {
        bulk.batchUpdate(
                NOTE + " values (?, ?, ?)",
                days.stream()
                        .map(day -> new Object[] {batch, day.person(), day.day()})
                        .toList());
    }

    /** On which days these deals came to be open and ceased to be, as their states say now. */
    void statesOf(long batch, Collection<Long> deals) {
        note(STATES, OF_DEALS, batch, deals);
    }

    /** The days on which these deals count as orders. */
    void ordersOf(long batch, Collection<Long> deals) {
        note(CREDITED, OF_DEALS, batch, deals);
    }

    /** Whatever of deals follows from what these products cost and are listed at. */
    void dealsWith(long batch, Collection<Long> products) {
        note(CREDITED + " union " + STATES, OF_PRODUCTS, batch, products);
        note(CREDITED, WITH_LINES_OF, batch, products);
    }

    /** What these products belong to: who bought them may have bought of two families, or no longer. */
    void customersOf(long batch, Collection<Long> products) {
        String sold = " in (select v.id from products v where v.id in (:ids) or v.variant_of in (:ids))";
        customers("d.product_id" + sold, batch, products);
        customers("d.id in (select l.deal_id from deal_lines l where l.product_id" + sold + ")", batch, products);
    }

    /** Whose these deals are. */
    void customersOfDeals(long batch, Collection<Long> deals) {
        customers("d.id in (:ids)", batch, deals);
    }

    private void customers(String which, long batch, Collection<Long> ids) {
        for (List<Long> chunk : Chunks.of(ids)) {
            JdbcClient.create(bulk)
                    .sql("insert into touched_customers (batch, customer_id) select distinct cast(:batch as bigint),"
                            + " d.customer_id from deals d where " + which + " and d.customer_id is not null")
                    .param("batch", batch)
                    .param("ids", chunk)
                    .update();
        }
    }

    /**
     * Customers, and their first orders: which one of them comes first may have changed.
     *
     * @param customers how many deals of each of them did
     */
    void orders(long batch, Map<Long, Integer> customers) {
        bulk.batchUpdate(
                "insert into touched_customers (batch, customer_id) values (?, ?)",
                customers.keySet().stream()
                        .map(customer -> new Object[] {batch, customer})
                        .toList());
        Set<Long> first = new HashSet<>();
        Map<Long, Integer> found = new HashMap<>();
        for (List<Long> chunk : Chunks.of(customers.keySet())) {
            JdbcClient.create(bulk)
                    .sql("select customer_id, id from deals where customer_id in (:ids) and stage = 'WON'"
                            + " order by customer_id, closed_on, id")
                    .param("ids", chunk)
                    .query(row -> {
                        long customer = row.getLong("customer_id");
                        // before those that changed stood at most as many more
                        if (found.merge(customer, 1, Integer::sum) <= customers.getOrDefault(customer, 0) + 1) {
                            first.add(row.getLong("id"));
                        }
                    });
        }
        ordersOf(batch, first);
    }

    private void note(String selects, Which which, long batch, Collection<Long> ids) {
        for (List<Long> chunk : Chunks.of(ids)) {
            JdbcClient.create(bulk)
                    .sql(NOTE + selects.replace("{deals}", which.from()).replace("{which}", which.where()))
                    .param("batch", batch)
                    .param("ids", chunk)
                    .update();
        }
    }

    private static String select(String person, String day, String join, String condition) {
        return "select cast(:batch as bigint), " + person + ", " + day + " from {deals}" + join + " where {which}"
                + condition + " and " + day + " is not null";
    }

    private record Which(String from, String where) {}
}
