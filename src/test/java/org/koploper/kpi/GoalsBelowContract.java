package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The goals of everybody below a manager, read at once, are what each of them reads alone. */
abstract class GoalsBelowContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    Goals goals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    SalesSample sample;
    PersonId boss;
    Period month;
    String first;
    String last;

    @BeforeEach
    void somebodyToReportTo() {
        sample = new SalesSample(context);
        boss = sample.person("Boss");
        month = Period.month(LocalDate.now(clock));
        first = month.from().toString();
        last = month.to().toString();
    }

    private PersonId below(String name) {
        PersonId person = sample.person(name);
        sample.reportsTo(person, boss);
        return person;
    }

    private void sold(PersonId person, String value, String currency) {
        sample.won(person, value, currency, first);
        sample.changed(person, first);
    }

    private Map<PersonRef, Goal> below() {
        return As.user(boss, Set.of(Role.MANAGER), () -> goals.progressOfPeopleBelow(Metric.REVENUE, month));
    }

    @Test
    void everyGoalIsTheOneThatIsReadAlone() {
        String home = sample.home();
        String foreign = home.equals("USD") ? "EUR" : "USD";
        PersonId plain = below("Plain");
        sample.target(plain, null, first, last, "10000", home);
        sold(plain, "4000", home);
        PersonId without = below("Without target");
        sold(without, "77", home);
        below("Without anything");
        PersonId abroad = below("Abroad");
        jdbc.sql("update persons set country = 'GB' where id = ?")
                .param(abroad.value())
                .update();
        sample.target(abroad, null, first, last, "500", foreign);
        sold(abroad, "50", foreign);
        sold(abroad, "60", home);
        PersonId half = below("Half of the time");
        jdbc.sql(
                        "insert into employments (id, person_id, from_day, to_day, part_time_factor) values (?, ?, ?, null, 0.5)")
                .params(ids.next(), half.value(), month.from().plusDays(9))
                .update();
        jdbc.sql("insert into absences (id, external_id, person_id, from_day, to_day, kind, version)"
                        + " values (?, ?, ?, ?, ?, 'LEAVE', 0)")
                .params(
                        ids.next(),
                        "A" + half,
                        half.value(),
                        month.from(),
                        month.from().plusDays(12))
                .update();
        sample.target(half, null, first, month.from().plusDays(9).toString(), "1000", home);
        sample.target(half, null, month.from().plusDays(10).toString(), last, "2000", home);
        sold(half, "0.5", home);

        Map<PersonRef, Goal> alone = new LinkedHashMap<>();
        below().keySet()
                .forEach(person ->
                        alone.put(person, Caller.asSystem(() -> goals.progress(person.id(), Metric.REVENUE, month))));

        assertThat(below()).isEqualTo(alone).hasSize(5);
        assertThat(below().keySet().stream().map(PersonRef::name)).isSorted();
        assertThat(below().entrySet().stream()
                        .filter(one -> one.getKey().id().equals(plain))
                        .findFirst()
                        .orElseThrow()
                        .getValue()
                        .value())
                .isEqualByComparingTo(new BigDecimal("4000"));
    }

    @Test
    void nobodyElseIsAmongThem() {
        below("Mine");
        sample.target(sample.person("Not mine"), null, first, last, "1", sample.home());

        assertThat(below().keySet()).extracting(PersonRef::name).containsExactly("Mine");
        PersonId lonely = sample.person("Lonely");
        assertThat(As.user(lonely, Set.of(Role.MANAGER), () -> goals.progressOfPeopleBelow(Metric.REVENUE, month)))
                .isEmpty();
    }

    @Test
    void itCostsAsManyStatementsForFiftyAsForFive() {
        several(5);
        int few = Statements.of(this::below);
        several(45);

        assertThat(Statements.of(this::below)).isEqualTo(few);
        assertThat(below()).hasSize(50);
    }

    private void several(int more) {
        for (int i = 0; i < more; i++) {
            PersonId person = below("One of many " + i);
            if (i % 2 == 0) {
                sample.target(person, null, first, last, "1000", sample.home());
            }
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends GoalsBelowContract {}

    @OnPostgres
    static class OnPostgresTest extends GoalsBelowContract {}
}
