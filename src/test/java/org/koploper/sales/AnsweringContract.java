package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.SecretCode;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.sales.AnswerDesk.Outcome;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer answers, once: it becomes a record like any other. */
abstract class AnsweringContract extends AskingTrial {

    private static final int AT_ONCE = 50;

    @Autowired
    RecordShelf shelf;

    @Autowired
    RecordEdits edits;

    @Test
    void theCustomerSeesWhoAsksAboutWhatAndWhoWillReadIt() {
        String bakery = customer("Bakery De Smet");
        order(anna, bakery, 3);
        QuestionLink link = as(boss, () -> desk.ask(bakery, null));

        assertThat(answers.find(link.code())).get().satisfies(shown -> {
            assertThat(shown.customer()).isEqualTo("Bakery De Smet");
            assertThat(shown.askedBy()).isEqualTo("Boss");
            assertThat(shown.seller()).isEqualTo("Anna");
            assertThat(shown.orderedOn()).isEqualTo(today.minusDays(3));
            assertThat(shown.state()).isEqualTo(QuestionState.OPEN);
        });
        assertThat(answers.find(SecretCode.create())).isEmpty();
    }

    @Test
    void theAnswerIsARecordAboutCustomerAndOrderOfToday() {
        QuestionLink link = asked(anna);

        assertThat(answers.answer(link.code(), new CustomerAnswer(4, 5, "Delivered <early>\nand well")))
                .isEqualTo(Outcome.TAKEN);

        CustomerQuestion question = list(anna).getFirst();
        assertThat(question.answeredOn()).isEqualTo(today);
        assertThat(read(anna)).singleElement().satisfies(row -> {
            assertThat(row.externalId()).isEqualTo(question.answer());
            assertThat(row.values())
                    .containsEntry("satisfaction", 4)
                    .containsEntry("returnIntention", 5)
                    .containsEntry("answeredOn", today)
                    .containsEntry("comment", "Delivered <early>\nand well")
                    .containsEntry("person", null);
            assertThat(String.valueOf(row.values().get("deal"))).contains(String.valueOf(question.deal()));
        });
        assertThat(read(bob)).as("of a colleague").isEmpty();
    }

    @Test
    void theTrailSaysThatACustomerAnsweredAndNotFromWhere() {
        answers.answer(asked(anna).code(), new CustomerAnswer(null, 2, ""));

        assertThat(jdbc.sql("select actor, network from audit_records where object_kind = 'customer-answer'"
                                + " and object_ref = ?")
                        .param(list(anna).getFirst().answer())
                        .query((row, n) -> row.getString(1) + " " + row.getString(2))
                        .single())
                .isEqualTo("Koploper: answer of a customer null");
    }

    @Test
    void aSecondAnswerChangesNothing() {
        QuestionLink link = asked(anna);
        answers.answer(link.code(), new CustomerAnswer(1, 1, "first"));

        assertThat(answers.answer(link.code(), new CustomerAnswer(5, 5, "second")))
                .isEqualTo(Outcome.ANSWERED_BEFORE);
        assertThat(read(anna))
                .singleElement()
                .satisfies(row -> assertThat(row.values())
                        .containsEntry("satisfaction", 1)
                        .containsEntry("comment", "first"));
    }

    @Test
    void fiftyAnswersAtTheSameMomentAreOne() throws Exception {
        QuestionLink link = asked(anna);
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Outcome>> sent = IntStream.range(0, AT_ONCE)
                    .<Callable<Outcome>>mapToObj(i ->
                            () -> answers.answer(link.code(), new CustomerAnswer(1 + i % 5, null, "no. " + i)))
                    .toList();
            for (Future<Outcome> one : threads.invokeAll(sent)) {
                outcomes.add(one.get());
            }
        }

        assertThat(Collections.frequency(outcomes, Outcome.TAKEN)).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, Outcome.ANSWERED_BEFORE)).isEqualTo(AT_ONCE - 1);
        assertThat(records(link.customer())).isEqualTo(1);
        assertThat(list(anna).getFirst().answer()).isNotNull();
    }

    @Test
    void theLastDayStillCountsAndTheDayAfterDoesNot() {
        QuestionLink inTime = asked(anna);
        QuestionLink late = asked(anna);
        daysAgo(inTime.customer(), 30, 30);
        daysAgo(late.customer(), 31, 30);

        assertThat(answers.answer(inTime.code(), new CustomerAnswer(3, null, "")))
                .isEqualTo(Outcome.TAKEN);
        assertThat(answers.answer(late.code(), new CustomerAnswer(3, null, ""))).isEqualTo(Outcome.OVER);
        assertThat(answers.answer(SecretCode.create(), new CustomerAnswer(3, null, "")))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(records(late.customer())).isZero();
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new CustomerAnswer(null, null, "words only"));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new CustomerAnswer(6, null, ""));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new CustomerAnswer(1, 0, ""));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new CustomerAnswer(1, 1, "x".repeat(2_001)));
    }

    @Test
    void anAnswerThatAdministrationRemovesTakesNoOtherInItsPlace() {
        QuestionLink link = asked(anna);
        answers.answer(link.code(), new CustomerAnswer(2, 2, "remove this"));
        String answer = String.valueOf(list(anna).getFirst().answer());

        asAdministration(() -> edits.remove("survey-answers-customer", answer, 0, null));

        assertThat(list(anna)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(QuestionState.ANSWERED);
            assertThat(row.answer()).isNull();
        });
        assertThat(answers.answer(link.code(), new CustomerAnswer(5, 5, ""))).isEqualTo(Outcome.ANSWERED_BEFORE);
        assertThat(records(link.customer())).isZero();
    }

    private List<RecordRow> read(PersonId reader) {
        return As.user(
                reader,
                Set.of(Role.REP),
                () -> shelf.page("survey-answers-customer", new RecordQuery("", Map.of(), null, false, 0, 50)));
    }

    @OnHsqldb
    static class OnHsqldbTest extends AnsweringContract {}

    @OnPostgres
    static class OnPostgresTest extends AnsweringContract {}
}
