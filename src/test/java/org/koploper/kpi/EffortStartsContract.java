package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A new rep beside those who started earlier, in a history of its own: nobody else here started before 1975. */
abstract class EffortStartsContract {

    private static final LocalDate FIRST = LocalDate.of(1972, 3, 1);

    @Autowired
    ApplicationContext context;

    @Autowired
    EffortStarts starts;

    @Autowired
    JdbcClient jdbc;

    private SalesSample sample;
    private PersonId nora;

    @BeforeEach
    void people() {
        sample = new SalesSample(context);
        jdbc.sql("delete from employments where from_day between date '1970-01-01' and date '1975-01-01'")
                .update();
        nora = started("Nora", FIRST.plusYears(1), 4, 100, 10);
    }

    @Test
    void theBandIsTheMiddleHalfOfThoseWhoStartedEarlier() {
        int[] meetings = {2, 4, 6, 8, 10};
        for (int i = 0; i < meetings.length; i++) {
            started("Earlier " + i, FIRST.plusWeeks(i), 3, 100, meetings[i]);
        }

        StartCurve curve = curve(nora);

        assertThat(curve.firstDay()).isEqualTo(FIRST.plusYears(1));
        assertThat(curve.weeks()).hasSize(4);
        StartCurve.Week third = curve.weeks().get(2);
        assertThat(third.own()).as("three weeks together").isEqualTo(new EffortShare(30, 300));
        assertThat(third.others()).isEqualTo(5);
        assertThat(third.band().median()).isEqualByComparingTo("0.06");
        assertThat(third.band().low()).isEqualByComparingTo("0.04");
        assertThat(third.band().high()).isEqualByComparingTo("0.08");
        assertThat(curve.weeks().get(3).others())
                .as("their fourth week is not known")
                .isZero();
        assertThat(curve.weeks().get(3).band()).isNull();
    }

    @Test
    void ofFewerThanFourNothingIsShown() {
        for (int i = 0; i < 3; i++) {
            started("Earlier " + i, FIRST.plusWeeks(i), 4, 100, 5);
        }
        started("Same day", FIRST.plusYears(1), 4, 100, 50);
        started("Later", FIRST.plusYears(2), 4, 100, 50);

        assertThat(curve(nora).weeks()).allSatisfy(week -> {
            assertThat(week.others()).isEqualTo(3);
            assertThat(week.band()).isNull();
        });
        started("One more", FIRST.plusWeeks(9), 4, 100, 5);
        assertThat(curve(nora).weeks())
                .allSatisfy(week -> assertThat(week.band()).isNotNull());
    }

    @Test
    void whoHasNoFirstDayHasNoStart() {
        PersonId always = sample.person("Always");
        sample.week(always, "2026-09-14", 108, 38, 9, 16, 3, 10);

        assertThat(Caller.asSystem(() -> starts.of(always))).isEmpty();
    }

    @Test
    void afterHalfAYearSomebodyIsNotNewAnyMore() {
        PersonId old = sample.person("Old");
        sample.employed(old, FIRST.toString(), "1");
        sample.week(old, "1972-10-02", 100, 30, 9, 0, 0, 21);

        assertThat(Caller.asSystem(() -> starts.of(old))).isEmpty();
    }

    @Test
    void oneStatementWhateverTheNumberOfPeople() {
        for (int i = 0; i < 10; i++) {
            started("Earlier " + i, FIRST.plusWeeks(i), 4, 100, 5);
        }
        assertThat(Statements.of(() -> curve(nora))).isOne();
    }

    @Test
    void colleaguesDoNotSeeIt() {
        PersonId colleague = sample.person("Colleague");

        assertThatThrownBy(() -> As.user(colleague, Set.of(Role.REP), () -> starts.of(nora)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private StartCurve curve(PersonId person) {
        return Caller.asSystem(() -> starts.of(person)).orElseThrow();
    }

    private PersonId started(String name, LocalDate day, int weeks, int calls, int meetings) {
        PersonId person = sample.person(name);
        sample.employed(person, day.toString(), "1");
        LocalDate monday = org.koploper.period.Period.week(day).from();
        for (int i = 0; i < weeks; i++) {
            sample.week(person, monday.plusWeeks(i).toString(), calls, calls / 2, meetings, 0, 0, 0);
        }
        return person;
    }

    @OnHsqldb
    static class OnHsqldbTest extends EffortStartsContract {}

    @OnPostgres
    static class OnPostgresTest extends EffortStartsContract {}
}
