package org.koploper.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often each screen asks the database when somebody goes there, at most: the board asks once more where other tests have
 * left people behind. Fewer is good news: write the new figure here.
 */
@OnHsqldb
class StatementsPerScreenTest {

    @Autowired
    ApplicationContext context;

    @Test
    void noScreenAsksTheDatabaseMoreOftenThanWrittenHere() {
        Scene scene = new Scene(context);
        scene.leads(scene.manager);
        SalesSample sample = new SalesSample(context);
        List.of(scene.an, scene.bo)
                .forEach(rep ->
                        sample.week(rep, Period.week(LocalDate.now()).from().toString(), 108, 38, 9, 16, 3, 10));
        Map<String, Integer> rep = new LinkedHashMap<>();
        rep.put("my/month", 45);
        rep.put("leaderboard/revenue", 16);
        rep.put("statements", 14);
        rep.put("deals", 7);
        rep.put("effort", 14);
        rep.put("team/numbers", 60);
        rep.put("commercial", 38);
        // one for each kind of record that refers to a customer, and one for what they have not bought yet
        rep.put(customer(scene), 16);
        rep.put("performance", 40);
        rep.put("funnel", 12);
        rep.put("goals", 14);
        rep.put("goals?tree=on", 14);
        Map<String, Integer> manager = new LinkedHashMap<>();
        manager.put("team", 31);
        manager.put("leaderboard/revenue", 16);
        manager.put("effort", 12);
        manager.put("team/numbers", 54);
        manager.put("team/numbers?rep=P" + scene.an.value(), 68);
        manager.put("commercial", 43);
        manager.put("performance?team=T" + scene.team.value(), 40);
        manager.put("effort?rep=P" + scene.an.value() + "&with=P" + scene.bo.value(), 22);

        assertAtMost(rep, counted(scene.asAn(), rep.keySet()));
        assertAtMost(manager, counted(scene.asManager(), manager.keySet()));
    }

    private static void assertAtMost(Map<String, Integer> most, Map<String, Integer> counted) {
        assertThat(counted)
                .allSatisfy((screen, statements) ->
                        assertThat(statements).as(screen).isPositive().isLessThanOrEqualTo(most.get(screen)));
    }

    private String customer(Scene scene) {
        long id = context.getBean(Ids.class).next();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("insert into customers (id, external_id, name, version) values (?, ?, 'Bakery', 0)")
                .params(id, "C" + id)
                .update();
        jdbc.sql("update deals set customer_id = ? where id = ?")
                .params(id, scene.deal)
                .update();
        return "record/customers/C" + id;
    }

    /** From another screen, so that the frame is there already, and for the second time: a first visit is written down. */
    private static Map<String, Integer> counted(Browser user, Set<String> addresses) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        try (user) {
            for (String address : addresses) {
                user.open(address);
                user.open("records");
                counted.put(address, Statements.of(() -> {
                    user.open(address);
                    _find(Grid.class).forEach(grid -> _fetch(grid, 0, 50));
                }));
            }
        }
        return counted;
    }
}
