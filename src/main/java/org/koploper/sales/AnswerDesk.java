package org.koploper.sales;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.SecretCode;
import org.koploper.records.RecordEdits;
import org.koploper.records.Saved;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where customers answer what they were asked, without an account: the code is all they need. Each question takes one
 * answer, however often and however simultaneously it is sent; it becomes a record like one that was typed or imported, so
 * that everything that counts such records counts it at once.
 */
@Service
public class AnswerDesk {

    private static final String NAME = "Koploper: answer of a customer";
    private static final int ATTEMPTS = 5;

    private static final String FIND = """
            select o.name as organisation, c.external_id as customer_ref, c.name as customer, a.name as asked_by,
                s.name as seller, d.external_id as deal, d.closed_on, q.last_day, q.answered_on, q.withdrawn_on
              from customer_questions q join customers c on c.id = q.customer_id join organisation o on o.id = 1
              left join deals d on d.id = q.deal_id left join persons s on s.id = d.owner_id
              left join persons a on a.id = q.asked_by where q.code_hash = :hash""";

    private final JdbcClient jdbc;
    private final RecordEdits edits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AnswerDesk(JdbcClient jdbc, RecordEdits edits, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.edits = edits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of an answer. */
    public enum Outcome {
        /** It counts. */
        TAKEN,
        /** Nothing was written: there is an answer already, and the first one counts. */
        ANSWERED_BEFORE,
        /** Nothing was written: the last day is over, or the question was withdrawn. */
        OVER,
        /** There is no such code. */
        UNKNOWN
    }

    /** The question with that code; empty when there is none. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<QuestionShown> find(SecretCode code) {
        return question(code).map(Question::shown);
    }

    /** Answers it, once. */
    @PreAuthorize("permitAll()")
    public Outcome answer(SecretCode code, CustomerAnswer given) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> write(code, given)));
            } catch (ConcurrencyFailureException sameMoment) {
                if (attempt == ATTEMPTS) {
                    throw sameMoment;
                }
            }
        }
    }

    private Outcome write(SecretCode code, CustomerAnswer given) {
        // whoever comes second waits here, and then finds it answered
        int mine = jdbc.sql("update customer_questions set answered_on = :today where code_hash = :hash"
                        + " and answered_on is null and withdrawn_on is null and last_day >= :today")
                .param("today", today())
                .param("hash", code.hash())
                .update();
        Optional<Question> question = question(code);
        if (mine == 0) {
            return question.map(found -> found.shown().answeredOn() == null ? Outcome.OVER : Outcome.ANSWERED_BEFORE)
                    .orElse(Outcome.UNKNOWN);
        }
        jdbc.sql("update customer_questions set answer_id = (select a.id from customer_answers a"
                        + " where a.external_id = :answer) where code_hash = :hash")
                .param("answer", record(question.orElseThrow(), given))
                .param("hash", code.hash())
                .update();
        return Outcome.TAKEN;
    }

    /** Answers the external id. */
    private String record(Question question, CustomerAnswer given) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("customer", question.customerRef());
        values.put("deal", question.deal());
        values.put("answeredOn", today());
        values.put("satisfaction", given.satisfaction());
        values.put("returnIntention", given.returnIntention());
        values.put("comment", given.comment().isBlank() ? null : given.comment());
        AtomicReference<Saved> saved = new AtomicReference<>();
        Caller.asSystem(NAME, () -> saved.set(edits.create(CustomerAnswersKind.NAME, values)));
        return Objects.requireNonNull(saved.get()).externalId();
    }

    /** @param deal external id; null for a question about no order */
    private record Question(
            QuestionShown shown,
            String customerRef,
            @Nullable String deal) {}

    private Optional<Question> question(SecretCode code) {
        return jdbc.sql(FIND)
                .param("hash", code.hash())
                .query((row, number) -> new Question(
                        new QuestionShown(
                                row.getString("organisation"),
                                row.getString("customer"),
                                row.getString("asked_by"),
                                row.getString("seller"),
                                row.getObject("closed_on", LocalDate.class),
                                Objects.requireNonNull(row.getObject("last_day", LocalDate.class)),
                                QuestionState.of(row, today()),
                                row.getObject("answered_on", LocalDate.class)),
                        row.getString("customer_ref"),
                        row.getString("deal")))
                .optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
