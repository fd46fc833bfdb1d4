package org.koploper.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.koploper.testing.OnDemo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customers of the demo were asked. */
@OnDemo
class DemoQuestionsTest {

    private static final String MADE_BY_THE_DEMO =
            " from customer_questions q join deals d on d.id = q.deal_id where q.asked_on = d.closed_on + interval '3' day";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void someAnsweredSomeStillCanAndSomeDidNot() {
        assertThat(count("count(*)", "q.answer_id is not null")).isPositive();
        assertThat(count("count(*)", "q.answered_on is null and q.last_day < :today"))
                .isPositive();
        assertThat(count("count(*)", "q.answered_on is null and q.last_day >= :today"))
                .isPositive();
    }

    @Test
    void nobodyWasAskedTwiceAndNobodyAnsweredBeforeBeingAsked() {
        assertThat(count("count(*) - count(distinct q.customer_id)", "q.asked_on <= :today"))
                .isZero();
        assertThat(count("count(*)", "q.answered_on < q.asked_on or q.answered_on > :today"))
                .isZero();
    }

    private int count(String what, String which) {
        return jdbc.sql("select " + what + MADE_BY_THE_DEMO + " and (" + which + ")")
                .param("today", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }
}
