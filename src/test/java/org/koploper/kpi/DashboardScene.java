package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.SalesSample;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A team of five who report to one manager. In the first quarter of 2025 each of them won 12 of 24 quotes in 20 days, and sold 12
 * orders of 1,000; Tom won 2 of 24, in 60 days, and sold 12 orders of 300.
 */
final class DashboardScene {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    final SalesSample sample;
    final TeamId team;
    final PersonId manager;
    final Map<String, PersonId> people = new LinkedHashMap<>();

    private final JdbcClient jdbc;
    private final Ids ids;

    DashboardScene(ApplicationContext context) {
        this.jdbc = context.getBean(JdbcClient.class);
        this.ids = context.getBean(Ids.class);
        this.sample = new SalesSample(context);
        team = sample.team("Northern side", null);
        manager = sample.person("Boss");
        for (String name : new String[] {"An", "Bo", "Cas", "Dirk"}) {
            PersonId person = joins(name);
            quotes(person, 12, 24, 20);
            orders(person, 12, "1000");
        }
        PersonId tom = joins("Tom");
        quotes(tom, 2, 24, 60);
        orders(tom, 12, "300");
    }

    PersonId person(String name) {
        return people.get(name);
    }

    PersonId joins(String name) {
        PersonId person = sample.person(name);
        sample.member(person, team, "2020-01-01", null);
        sample.reportsTo(person, manager);
        people.put(name, person);
        return person;
    }

    /** So many quotes decided in the quarter, sent that many days before. */
    void quotes(PersonId person, int won, int decided, int days) {
        for (int i = 0; i < decided; i++) {
            LocalDate day = FIRST.plusDays(60 + i % 20);
            quote(person, i < won ? "WON" : "LOST", day.minusDays(days), day);
        }
    }

    void orders(PersonId person, int count, String value) {
        for (int i = 0; i < count; i++) {
            sample.won(person, value, FIRST.plusDays(60 + i).toString());
        }
        long batch = sample.newBatch();
        sample.touched(batch, person, FIRST.plusDays(60).toString(), count);
        sample.changed(batch);
    }

    void quote(PersonId person, String outcome, LocalDate sent, @Nullable LocalDate decided) {
        long id = ids.next();
        jdbc.sql("insert into quotes (id, external_id, owner_id, revision, sent_on, decided_on, outcome, quote_value,"
                        + " currency, version) values (?, ?, ?, 1, ?, ?, ?, ?, ?, 0)")
                .params(id, "Q" + id, person.value(), sent, decided, outcome, new BigDecimal("100"), sample.home())
                .update();
        state(id, 1, sent, person, "OPEN");
        if (decided != null) {
            state(id, 2, decided, person, outcome);
        }
    }

    private void state(long quote, int seq, LocalDate day, PersonId person, String outcome) {
        jdbc.sql(
                        "insert into quote_states (quote_id, seq, from_day, revision, outcome, owner_id, quote_value, currency,"
                                + " recorded_at) values (?, ?, ?, 1, ?, ?, 100, ?, localtimestamp)")
                .params(quote, seq, day, outcome, person.value(), sample.home())
                .update();
        jdbc.sql("update quote_states set until_day = ? where quote_id = ? and seq = ?")
                .params(day, quote, seq - 1)
                .update();
    }

    /** An order won on a day. */
    void order(PersonId person, String value, String day) {
        sample.won(person, value, day);
        sample.changed(person, day);
    }

    <T> T asManager(Supplier<T> work) {
        return As.user(manager, Set.of(Role.MANAGER), work);
    }

    <T> T as(String name, Supplier<T> work) {
        return As.user(person(name), Set.of(Role.REP), work);
    }
}
