package org.koploper.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps which order of a customer comes after which, and when a customer had bought of a second product family. Whatever a
 * batch touched is computed anew from the deals, so the same again changes nothing.
 */
@Component
class CustomerOrders {

    private static final int CUSTOMERS = 500;

    private static final String FAMILIES = """
            select o.customer_id, o.family, min(o.closed_on) as first_on from (
                select d.customer_id, p.family, d.closed_on from deals d join {families} p on p.id = d.product_id
                  where d.customer_id in (:ids) and coalesce(d.stage, '') = 'WON'
                union all select d.customer_id, p.family, d.closed_on from deals d
                  join deal_lines l on l.deal_id = d.id join {families} p on p.id = l.product_id
                  where d.customer_id in (:ids) and coalesce(d.stage, '') = 'WON') o
            group by o.customer_id, o.family
            """.replace("{families}", CustomerCounts.FAMILY_OF_PRODUCT);

    private final JdbcTemplate bulk;
    private final JdbcClient jdbc;

    CustomerOrders(JdbcTemplate bulk, JdbcClient jdbc) {
        this.bulk = bulk;
        this.jdbc = jdbc;
    }

    /** @param next day of the next one; null while there is none */
    private record Order(
            long deal,
            long customer,
            LocalDate day,
            @Nullable LocalDate next,
            boolean first) {

        Object[] row() {
            return new Object[] {deal, customer, day, next, first};
        }
    }

    /** What there is to do for the customers that a batch touched, some of them at a time. */
    List<Runnable> steps(long batch) {
        List<Long> customers = jdbc.sql("select distinct customer_id from touched_customers where batch = :batch")
                .param("batch", batch)
                .query(Long.class)
                .list();
        List<Runnable> steps = new ArrayList<>();
        for (List<Long> some : portions(customers)) {
            steps.add(() -> {
                settle(some);
                jdbc.sql("delete from touched_customers where batch = :batch and customer_id in (:ids)")
                        .param("batch", batch)
                        .param("ids", some)
                        .update();
            });
        }
        return steps;
    }

    /** What there is to do for all of them, a part of them at a time. */
    List<Runnable> everything() {
        List<Long> customers = jdbc.sql("select id from customers order by id")
                .query(Long.class)
                .list();
        List<Runnable> steps = new ArrayList<>();
        steps.add(() -> jdbc.sql("delete from touched_customers").update());
        portions(customers).forEach(some -> steps.add(() -> settle(some)));
        return steps;
    }

    private void settle(List<Long> customers) {
        orders(customers);
        families(customers);
    }

    private static List<List<Long>> portions(List<Long> customers) {
        List<List<Long>> portions = new ArrayList<>();
        for (int from = 0; from < customers.size(); from += CUSTOMERS) {
            portions.add(customers.subList(from, Math.min(customers.size(), from + CUSTOMERS)));
        }
        return portions;
    }

    private void orders(List<Long> customers) {
        Map<Long, Order> known = new HashMap<>();
        jdbc.sql(
                        "select deal_id, customer_id, closed_on, next_on, is_first from customer_orders where customer_id in (:ids)")
                .param("ids", customers)
                .query(row -> {
                    known.put(
                            row.getLong("deal_id"),
                            new Order(
                                    row.getLong("deal_id"),
                                    row.getLong("customer_id"),
                                    row.getObject("closed_on", LocalDate.class),
                                    row.getObject("next_on", LocalDate.class),
                                    row.getBoolean("is_first")));
                });
        List<Order> different = new ArrayList<>();
        Set<Long> gone = new HashSet<>(known.keySet());
        for (Order order : inTheirOrder(customers)) {
            gone.remove(order.deal());
            if (!order.equals(known.get(order.deal()))) {
                different.add(order);
            }
        }
        Set<Long> replaced = new HashSet<>(gone);
        different.forEach(order -> replaced.add(order.deal()));
        bulk.batchUpdate(
                "delete from customer_orders where deal_id = ?",
                replaced.stream().map(deal -> new Object[] {deal}).toList());
        bulk.batchUpdate(
                "insert into customer_orders (deal_id, customer_id, closed_on, next_on, is_first) values (?, ?, ?, ?, ?)",
                different.stream().map(Order::row).toList());
    }

    private List<Order> inTheirOrder(Collection<Long> customers) {
        record Won(long deal, long customer, LocalDate day) {}
        List<Won> won = jdbc.sql("select id, customer_id, closed_on from deals where customer_id in (:ids)"
                        + " and coalesce(stage, '') = 'WON' and closed_on is not null")
                .param("ids", customers)
                .query((row, n) -> new Won(
                        row.getLong("id"), row.getLong("customer_id"), row.getObject("closed_on", LocalDate.class)))
                .list();
        List<Won> sorted = won.stream()
                .sorted(Comparator.comparing(Won::customer)
                        .thenComparing(Won::day)
                        .thenComparing(Won::deal))
                .toList();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Won one = sorted.get(i);
            boolean first = i == 0 || sorted.get(i - 1).customer() != one.customer();
            boolean last = i == sorted.size() - 1 || sorted.get(i + 1).customer() != one.customer();
            orders.add(new Order(
                    one.deal(),
                    one.customer(),
                    one.day(),
                    last ? null : sorted.get(i + 1).day(),
                    first));
        }
        return orders;
    }

    private void families(List<Long> customers) {
        Map<Long, List<LocalDate>> first = new TreeMap<>();
        jdbc.sql(FAMILIES).param("ids", customers).query(row -> {
            first.computeIfAbsent(row.getLong("customer_id"), customer -> new ArrayList<>())
                    .add(Objects.requireNonNull(row.getObject("first_on", LocalDate.class)));
        });
        jdbc.sql("delete from second_families where customer_id in (:ids)")
                .param("ids", customers)
                .update();
        List<Object[]> rows = new ArrayList<>();
        first.forEach((customer, days) -> {
            if (days.size() > 1) {
                rows.add(new Object[] {
                    customer, days.stream().sorted().skip(1).findFirst().orElseThrow()
                });
            }
        });
        bulk.batchUpdate("insert into second_families (customer_id, second_on) values (?, ?)", rows);
    }
}
