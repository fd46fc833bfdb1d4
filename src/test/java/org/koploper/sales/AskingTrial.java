package org.koploper.sales;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager with two reps, a rep of somebody else, and customers who bought from them. */
abstract class AskingTrial {

    @Autowired
    ApplicationContext context;

    @Autowired
    QuestionDesk desk;

    @Autowired
    CustomerQuestions questions;

    @Autowired
    AnswerDesk answers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    SalesSample sample;
    PersonId boss;
    PersonId anna;
    PersonId bob;
    PersonId stranger;
    LocalDate today;

    @BeforeEach
    void aManagerWithTwoReps() {
        sample = new SalesSample(context);
        boss = sample.person("Boss");
        anna = sample.person("Anna");
        bob = sample.person("Bob");
        stranger = sample.person("Stranger");
        sample.reportsTo(anna, boss);
        sample.reportsTo(bob, boss);
        today = LocalDate.now(clock);
    }

    String customer(String name) {
        long id = ids.next();
        jdbc.sql("insert into customers (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(id, "C" + id, name)
                .update();
        return "C" + id;
    }

    /** A deal that the customer ordered so many days ago; its external id. */
    String order(PersonId seller, String customer, int daysAgo) {
        long deal = sample.won(seller, "1000", today.minusDays(daysAgo).toString());
        jdbc.sql("update deals set customer_id = (select id from customers where external_id = ?) where id = ?")
                .params(customer, deal)
                .update();
        return "D" + deal;
    }

    /** A customer with an order of today, who was asked about it. */
    QuestionLink asked(PersonId seller) {
        String customer = customer("Bakery");
        order(seller, customer, 0);
        return as(seller, () -> desk.ask(customer, null));
    }

    /** As if all that was asked of that customer had been asked so many days ago, to be answered on that day. */
    void daysAgo(String customer, int days, int openDays) {
        jdbc.sql("update customer_questions set asked_on = ?, last_day = ? where customer_id ="
                        + " (select id from customers where external_id = ?)")
                .params(today.minusDays(days), today.minusDays(days).plusDays(openDays), customer)
                .update();
    }

    <T> T as(PersonId person, Supplier<T> work) {
        return As.user(person, Set.of(person.equals(boss) ? Role.MANAGER : Role.REP), work);
    }

    <T> T asAdministration(Supplier<T> work) {
        return As.user(sample.person("Admin"), Set.of(Role.ADMIN), work);
    }

    List<CustomerQuestion> list(PersonId reader) {
        return as(reader, () -> questions.rows(query("", null)));
    }

    static QuestionQuery query(String text, @Nullable QuestionState state) {
        return new QuestionQuery(text, state, null, null, 0, 50, QuestionQuery.Sort.ASKED_ON, true);
    }

    long records(String customer) {
        return jdbc.sql("select count(*) from customer_answers a join customers c on c.id = a.customer_id"
                        + " where c.external_id = ?")
                .param(customer)
                .query(Long.class)
                .single();
    }
}
