package org.koploper.sales;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.sales.DealScope.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customers whom the caller may ask, each about the latest order that the caller may ask about. */
@Component
class ToAsk {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final String ORDERS =
            " %1$s.stage = 'WON' and %1$s.closed_on between :from and :today and (:deal = '' or %1$s.external_id = :deal)"
                    + " and %2$s";

    private static final String SELECT = """
            select c.id, c.external_id, c.name, d.id as deal, d.closed_on, (select max(q.asked_on) from customer_questions q
                where q.customer_id = c.id and q.withdrawn_on is null) as asked_on
              from customers c join deals d on d.customer_id = c.id
              where (:customer = '' or c.external_id = :customer) and %s
              and not exists (select 1 from deals y where y.customer_id = d.customer_id and %s
                and (y.closed_on > d.closed_on or (y.closed_on = d.closed_on and y.id > d.id)))
              and not exists (select 1 from customer_questions q
                where q.customer_id = c.id and q.withdrawn_on is null and q.asked_on > :lately)
              order by d.closed_on desc, c.id fetch first :most rows only""";

    private final JdbcClient jdbc;
    private final QuestionScope scope;

    ToAsk(JdbcClient jdbc, QuestionScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /**
     * @param deal null, as {@code orderedOn}, for a question about no order
     * @param askedOn when the customer was asked last; null for never
     */
    record Candidate(
            long id,
            String externalId,
            String name,
            @Nullable Long deal,
            @Nullable LocalDate orderedOn,
            @Nullable LocalDate askedOn) {}

    /** Those with an order from that day on who were not asked after the other day, the latest orders first. */
    List<Candidate> since(LocalDate ordered, LocalDate lately, LocalDate today, int most) {
        return candidates(Map.of("from", ordered, "lately", lately, "customer", "", "deal", ""), today, most);
    }

    /**
     * That one, whenever asked last; empty without such an order.
     *
     * @param deal external id of the order; null for the latest
     */
    List<Candidate> one(String customer, @Nullable String deal, LocalDate today) {
        return candidates(
                Map.of("from", EVER, "lately", NEVER, "customer", customer, "deal", deal == null ? "" : deal),
                today,
                1);
    }

    private List<Candidate> candidates(Map<String, Object> asked, LocalDate today, int most) {
        Condition mine = scope.of("d.owner_id");
        Map<String, Object> params = new HashMap<>(mine.params());
        params.putAll(asked);
        params.put("today", today);
        params.put("most", most);
        return jdbc.sql(SELECT.formatted(
                        ORDERS.formatted("d", mine.sql()),
                        ORDERS.formatted("y", scope.of("y.owner_id").sql())))
                .params(params)
                .query((row, number) -> new Candidate(
                        row.getLong("id"),
                        row.getString("external_id"),
                        row.getString("name"),
                        row.getLong("deal"),
                        row.getObject("closed_on", LocalDate.class),
                        row.getObject("asked_on", LocalDate.class)))
                .list();
    }

    /** That customer, about no order; empty when there is none. */
    List<Candidate> withoutOrder(String customer) {
        return jdbc.sql("select c.id, c.external_id, c.name, (select max(q.asked_on) from customer_questions q"
                        + " where q.customer_id = c.id and q.withdrawn_on is null) as asked_on"
                        + " from customers c where c.external_id = :customer")
                .param("customer", customer)
                .query((row, number) -> new Candidate(
                        row.getLong("id"),
                        row.getString("external_id"),
                        row.getString("name"),
                        null,
                        null,
                        row.getObject("asked_on", LocalDate.class)))
                .list();
    }
}
