package org.koploper.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.sales.DealScope.Condition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The questions to customers that the caller sees: those about the own orders and asked by oneself, those of the people
 * below, for administration all. What was answered is not here: that is a record, with readers of its own.
 */
@Service
public class CustomerQuestions {

    private static final String FROM = """
            \sfrom customer_questions q join customers c on c.id = q.customer_id left join deals d on d.id = q.deal_id
             left join persons p on p.id = q.asked_by left join customer_answers a on a.id = q.answer_id where\s""";

    private static final String SELECT =
            "select q.id, c.external_id as customer, c.name as customer_name, d.external_id as deal, d.closed_on,"
                    + " p.name as asked_by, q.asked_on, q.last_day, q.withdrawn_on, q.answered_on,"
                    + " a.external_id as answer" + FROM;

    private final JdbcClient jdbc;
    private final QuestionScope scope;
    private final Clock clock;

    CustomerQuestions(JdbcClient jdbc, QuestionScope scope, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.clock = clock;
    }

    /** One page of them. */
    @PreAuthorize("hasAnyRole('REP','MANAGER','ADMIN')")
    @Transactional(readOnly = true)
    public List<CustomerQuestion> rows(QuestionQuery query) {
        String order = " order by " + query.sort().column() + (query.descending() ? " desc" : " asc")
                + " nulls last, q.asked_on desc, q.id desc offset :skip rows fetch next :size rows only";
        return ask(SELECT + asked(query) + ofState(query.state()) + order, query)
                .param("skip", query.offset())
                .param("size", query.size())
                .query((row, number) -> question(row, LocalDate.now(clock)))
                .list();
    }

    /** How many there are on all pages. */
    @PreAuthorize("hasAnyRole('REP','MANAGER','ADMIN')")
    @Transactional(readOnly = true)
    public long count(QuestionQuery query) {
        return ask("select count(*)" + FROM + asked(query) + ofState(query.state()), query)
                .query(Long.class)
                .single();
    }

    /** What became of them, whatever state the query asks for. */
    @PreAuthorize("hasAnyRole('REP','MANAGER','ADMIN')")
    @Transactional(readOnly = true)
    public QuestionCounts counts(QuestionQuery query) {
        return ask(
                        "select count(*), count(q.answered_on), coalesce(sum(case when q.answered_on is null"
                                + " and q.last_day >= :today then 1 else 0 end), 0)" + FROM + asked(query)
                                + " and (q.withdrawn_on is null or q.answered_on is not null)",
                        query)
                .query((row, number) -> new QuestionCounts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private JdbcClient.StatementSpec ask(String sql, QuestionQuery query) {
        Map<String, @Nullable Object> params = new HashMap<>(scope.ofQuestions().params());
        params.put("today", LocalDate.now(clock));
        params.put("text", DealList.pattern(query.text()));
        params.put("from", query.from());
        params.put("to", query.to());
        return jdbc.sql(sql).params(params);
    }

    private String asked(QuestionQuery query) {
        Condition seen = scope.ofQuestions();
        return seen.sql()
                + (query.text().isBlank()
                        ? ""
                        : " and (lower(c.name) like :text escape '!' or lower(c.external_id) like :text escape '!')")
                + (query.from() == null ? "" : " and q.asked_on >= :from")
                + (query.to() == null ? "" : " and q.asked_on <= :to");
    }

    private static String ofState(@Nullable QuestionState state) {
        return state == null ? "" : " and " + state.condition();
    }

    private static CustomerQuestion question(ResultSet row, LocalDate today) throws SQLException {
        return new CustomerQuestion(
                row.getLong("id"),
                row.getString("customer"),
                row.getString("customer_name"),
                row.getString("deal"),
                row.getObject("closed_on", LocalDate.class),
                row.getString("asked_by"),
                Objects.requireNonNull(row.getObject("asked_on", LocalDate.class)),
                Objects.requireNonNull(row.getObject("last_day", LocalDate.class)),
                QuestionState.of(row, today),
                row.getObject("answered_on", LocalDate.class),
                row.getString("answer"));
    }
}
