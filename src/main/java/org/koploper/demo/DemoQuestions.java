package org.koploper.demo;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.SecretCode;
import org.koploper.storage.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The questions of the last months behind the answers of customers, and some that nobody answered: each customer once, three
 * days after an order, by whom they ordered from. Nobody has their links.
 */
@Component
class DemoQuestions {

    private static final int DAYS_BACK = 120;
    private static final int AFTER_ORDER = 3;
    private static final int OPEN_DAYS = 30;

    private static final String ORDERS = """
            select d.id, d.customer_id, d.owner_id, d.closed_on, a.id as answer, a.answered_on
              from deals d left join customer_answers a on a.deal_id = d.id
              where d.stage = 'WON' and d.customer_id is not null and d.closed_on between :from and :to
              order by d.closed_on desc, d.id""";

    private final JdbcClient jdbc;
    private final Ids ids;

    DemoQuestions(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    private record Order(
            long deal,
            long customer,
            long owner,
            LocalDate day,
            @Nullable Long answer,
            @Nullable LocalDate answered) {}

    void ask(DemoDay day) {
        Set<Long> asked = new HashSet<>();
        int unanswered = 0;
        for (Order order : jdbc.sql(ORDERS)
                .param("from", day.today().minusDays(DAYS_BACK))
                .param("to", day.today().minusDays(AFTER_ORDER))
                .query((row, n) -> new Order(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        row.getLong("owner_id"),
                        Objects.requireNonNull(row.getObject("closed_on", LocalDate.class)),
                        row.getObject("answer", Long.class),
                        row.getObject("answered_on", LocalDate.class)))
                .list()) {
            // of those who did not answer every third was asked
            boolean wanted = order.answer() != null || ++unanswered % 3 == 0;
            if (wanted && asked.add(order.customer())) {
                write(order);
            }
        }
    }

    private void write(Order order) {
        LocalDate on = order.day().plusDays(AFTER_ORDER);
        jdbc.sql("insert into customer_questions (id, customer_id, deal_id, asked_by, asked_on, last_day, code_hash,"
                        + " answered_on, answer_id)"
                        + " values (:id, :customer, :deal, :by, :on, :until, :hash, :answered, :answer)")
                .param("id", ids.next())
                .param("customer", order.customer())
                .param("deal", order.deal())
                .param("by", order.owner())
                .param("on", on)
                .param("until", on.plusDays(OPEN_DAYS))
                .param("hash", SecretCode.create().hash())
                .param("answered", order.answered())
                .param("answer", order.answer())
                .update();
    }
}
