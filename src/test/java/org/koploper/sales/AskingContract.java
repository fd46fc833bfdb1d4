package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.access.SecretCode;
import org.koploper.sales.QuestionRefused.Reason;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;
import org.springframework.security.access.AccessDeniedException;

/** Whom one may ask, how often, and what one sees of it. */
abstract class AskingContract extends AskingTrial {

    @Test
    void aQuestionIsAboutTheLatestOrderOneSoldAndOpenForThirtyDays() {
        String bakery = customer("Bakery");
        order(anna, bakery, 40);
        String latest = order(anna, bakery, 3);
        order(bob, bakery, 1);

        QuestionLink link = as(anna, () -> desk.ask(bakery, null));

        assertThat(link.orderedOn()).isEqualTo(today.minusDays(3));
        assertThat(link.lastDay()).isEqualTo(today.plusDays(30));
        assertThat(link.path()).isEqualTo("/a/" + link.code().letters());
        assertThat(list(anna)).singleElement().satisfies(row -> {
            assertThat(row.customer()).isEqualTo(bakery);
            assertThat(row.deal()).isEqualTo(latest);
            assertThat(row.askedBy()).isEqualTo("Anna");
            assertThat(row.state()).isEqualTo(QuestionState.OPEN);
        });
    }

    @Test
    void theCodeIsKeptAsAHashOnly() {
        QuestionLink link = asked(anna);

        assertThat(jdbc.sql("select code_hash from customer_questions where code_hash = ?")
                        .param(link.code().hash())
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(link.code().letters());
        assertThat(jdbc.sql("select count(*) from audit_records where after_state like ? or object_ref like ?")
                        .params(
                                "%" + link.code().letters() + "%",
                                "%" + link.code().letters() + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoManagesAsksAboutOrdersOfThePeopleBelowAndNobodyAboutThoseOfOthers() {
        String bakery = customer("Bakery");
        String theirs = order(stranger, bakery, 2);
        String bobs = order(bob, bakery, 5);

        assertThat(as(boss, () -> desk.ask(bakery, null)).orderedOn()).isEqualTo(today.minusDays(5));
        assertThat(refused(() -> as(anna, () -> desk.ask(bakery, bobs)))).isEqualTo(Reason.NO_ORDER);
        assertThat(refused(() -> as(boss, () -> desk.ask(bakery, theirs)))).isEqualTo(Reason.NO_ORDER);
    }

    @Test
    void anOrderThatWasNotWonIsNothingToAskAbout() {
        String bakery = customer("Bakery");
        String deal = order(anna, bakery, 2);
        jdbc.sql("update deals set stage = 'LOST' where external_id = ?")
                .param(deal)
                .update();

        assertThat(refused(() -> as(anna, () -> desk.ask(bakery, deal)))).isEqualTo(Reason.NO_ORDER);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as(anna, () -> desk.ask("no such customer", null)));
    }

    @Test
    void administrationAsksACustomerWithoutAnOrderAboutNone() {
        String newcomer = customer("Newcomer");

        assertThat(refused(() -> as(anna, () -> desk.ask(newcomer, null)))).isEqualTo(Reason.NO_ORDER);
        assertThat(asAdministration(() -> desk.ask(newcomer, null)).orderedOn()).isNull();
    }

    @Test
    void whoIsAskedIsLeftInPeaceForNinetyDaysByEverybody() {
        String bakery = customer("Bakery");
        order(anna, bakery, 0);
        order(bob, bakery, 0);
        as(anna, () -> desk.ask(bakery, null));

        assertThatExceptionOfType(QuestionRefused.class)
                .isThrownBy(() -> as(bob, () -> desk.ask(bakery, null)))
                .satisfies(lately -> {
                    assertThat(lately.reason()).isEqualTo(Reason.ASKED_LATELY);
                    assertThat(lately.again()).isEqualTo(today.plusDays(90));
                });
        daysAgo(bakery, 89, 30);
        assertThat(refused(() -> as(bob, () -> desk.ask(bakery, null)))).isEqualTo(Reason.ASKED_LATELY);
        daysAgo(bakery, 90, 30);
        assertThat(as(bob, () -> desk.ask(bakery, null)).customer()).isEqualTo(bakery);
    }

    @Test
    void manyAreAskedAtOnceEachOnceAboutTheLatestOrder() {
        String bakery = customer("Bakery");
        String shop = customer("Shop");
        String late = customer("Late");
        order(anna, bakery, 30);
        order(bob, bakery, 10);
        order(anna, shop, 5);
        order(anna, late, 31);
        order(stranger, customer("Theirs"), 1);

        assertThat(as(boss, () -> desk.countToAsk(30, 90))).isEqualTo(2);
        List<QuestionLink> links = as(boss, () -> desk.askAll(30, 90));

        assertThat(links).extracting(QuestionLink::customer).containsExactly(shop, bakery);
        assertThat(links.get(1).orderedOn()).isEqualTo(today.minusDays(10));
        assertThat(links).extracting(link -> link.code().letters()).doesNotHaveDuplicates();
        assertThat(as(boss, () -> desk.askAll(30, 90))).as("once").isEmpty();
        assertThat(as(boss, () -> desk.countToAsk(31, 90)))
                .as("who ordered before")
                .isEqualTo(1);
    }

    @Test
    void nobodyMayLeaveCustomersInPeaceForLessThanTheLimit() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> as(boss, () -> desk.askAll(30, 89)));
    }

    @Test
    void askingManyTakesAsManyStatementsAsAskingTwo() {
        order(anna, customer("One"), 1);
        int few = Statements.of(() -> as(boss, () -> desk.countToAsk(30, 90)));
        IntStream.range(0, 8).forEach(i -> order(bob, customer("More"), 1));

        assertThat(Statements.of(() -> as(boss, () -> desk.countToAsk(30, 90))))
                .isEqualTo(few)
                .isEqualTo(1);
        int list = Statements.of(() -> list(boss));
        as(boss, () -> desk.askAll(30, 90));
        assertThat(Statements.of(() -> list(boss))).isEqualTo(list).isEqualTo(1);
    }

    @Test
    void whenTwoAskAtTheSameMomentTheCustomerIsAskedOnce() throws Exception {
        String bakery = customer("Bakery");
        order(anna, bakery, 0);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> tries = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> as(boss, () -> desk.askAll(1, 90)).size())
                    .toList();
            int asked = 0;
            for (Future<Integer> one : threads.invokeAll(tries)) {
                asked += one.get();
            }
            assertThat(asked).isEqualTo(1);
        }
        assertThat(list(boss)).hasSize(1);
    }

    @Test
    void everybodySeesWhatWasAskedAboutTheOwnOrdersAndWhoManagesThoseOfAll() {
        QuestionLink annas = asked(anna);
        QuestionLink bobs = asked(bob);
        asked(stranger);

        assertThat(list(anna)).extracting(CustomerQuestion::customer).containsExactly(annas.customer());
        assertThat(list(boss))
                .extracting(CustomerQuestion::customer)
                .containsExactlyInAnyOrder(annas.customer(), bobs.customer());
        assertThat(asAdministration(() -> questions.rows(query(annas.customer(), null))))
                .hasSize(1);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> As.user(anna, Set.of(Role.FINANCE), () -> questions.rows(query("", null))));
    }

    @Test
    void theListSaysWhatBecameOfEachAndHowManyAnswered() {
        QuestionLink answered = asked(anna);
        QuestionLink late = asked(anna);
        QuestionLink withdrawn = asked(anna);
        asked(anna);
        answers.answer(answered.code(), new CustomerAnswer(4, 5, ""));
        daysAgo(late.customer(), 31, 30);
        withdraw(withdrawn);

        assertThat(list(anna))
                .extracting(row -> row.state().name())
                .containsExactlyInAnyOrder("ANSWERED", "EXPIRED", "WITHDRAWN", "OPEN");
        assertThat(as(anna, () -> questions.counts(query("", QuestionState.OPEN))))
                .isEqualTo(new QuestionCounts(3, 1, 1));
        assertThat(as(anna, () -> questions.rows(query(late.customer().toLowerCase(), QuestionState.EXPIRED))))
                .hasSize(1);
        assertThat(as(anna, () -> questions.count(query("", QuestionState.ANSWERED))))
                .isEqualTo(1);
    }

    @Test
    void aNewLinkTakesThePlaceOfALostOne() {
        QuestionLink lost = asked(anna);
        long id = list(anna).getFirst().id();

        QuestionLink found = as(anna, () -> desk.renew(id));

        assertThat(answers.find(lost.code())).isEmpty();
        assertThat(answers.find(found.code())).isPresent();
        assertThat(found.lastDay()).isEqualTo(lost.lastDay());
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> as(bob, () -> desk.renew(id)));
    }

    @Test
    void aWithdrawnQuestionCanBeAskedAgainAndAnAnsweredOneIsNotWithdrawn() {
        QuestionLink link = asked(anna);
        withdraw(link);
        assertThat(answers.answer(link.code(), new CustomerAnswer(1, null, ""))).isEqualTo(AnswerDesk.Outcome.OVER);

        QuestionLink second = as(anna, () -> desk.ask(link.customer(), null));
        answers.answer(second.code(), new CustomerAnswer(5, 5, ""));

        assertThat(refused(() -> withdraw(second))).isEqualTo(Reason.NOT_OPEN);
        assertThat(records(link.customer())).isEqualTo(1);
    }

    @Test
    void askingLeavesATraceThatNamesTheCustomerAndTheDaysAndNothingElse() {
        QuestionLink link = asked(anna);

        assertThat(jdbc.sql("select action, object_name, after_state from audit_records where object_kind ="
                                + " 'customer-question' and object_ref = ?")
                        .param(String.valueOf(list(anna).getFirst().id()))
                        .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .single())
                .startsWith("customer.asked Bakery")
                .contains(link.customer(), link.lastDay().toString());
    }

    @Test
    void aCustomerWhoDidNotAnswerCanStillBeRemoved() {
        QuestionLink link = asked(anna);
        jdbc.sql("delete from deals where customer_id = (select id from customers where external_id = ?)")
                .param(link.customer())
                .update();
        jdbc.sql("delete from customers where external_id = ?")
                .param(link.customer())
                .update();

        assertThat(answers.find(link.code())).isEmpty();
    }

    @Test
    void codesAreThirtyTwoLettersAndDigitsAndWhatElseIsTypedIsNone() {
        SecretCode code = SecretCode.create();

        assertThat(SecretCode.of(code.letters().toUpperCase())).contains(code);
        assertThat(SecretCode.of(code.letters().substring(1))).isEmpty();
        assertThat(SecretCode.of("w" + code.letters().substring(1))).isEmpty();
        assertThat(code.toString()).doesNotContain(code.letters());
    }

    private void withdraw(QuestionLink link) {
        as(anna, () -> {
            desk.withdraw(
                    questions.rows(query(link.customer(), null)).getFirst().id());
            return true;
        });
    }

    private static Reason refused(Runnable work) {
        try {
            work.run();
        } catch (QuestionRefused refused) {
            return refused.reason();
        }
        throw new AssertionError("was not refused");
    }

    @OnHsqldb
    static class OnHsqldbTest extends AskingContract {}

    @OnPostgres
    static class OnPostgresTest extends AskingContract {}
}
