package org.koploper.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often each screen asks the database when somebody goes there: never more often than written here. */
@OnHsqldb
class StatementsPerScreenTest {

    @Autowired
    ApplicationContext context;

    @Test
    void noScreenAsksTheDatabaseMoreOftenThanItMay() {
        Scene scene = new Scene(context);
        scene.leads(scene.manager);
        Map<String, Integer> rep = new LinkedHashMap<>();
        rep.put("my/month", 46);
        rep.put("leaderboard/revenue", 15);
        rep.put("statements", 10);
        rep.put("deals", 7);
        rep.put(customer(scene), 13);
        Map<String, Integer> manager = new LinkedHashMap<>();
        manager.put("team", 37);
        manager.put("leaderboard/revenue", 15);

        try (Browser browser = scene.asAn()) {
            go(browser, rep);
        }
        try (Browser browser = scene.asManager()) {
            go(browser, manager);
        }
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
    private static void go(Browser browser, Map<String, Integer> most) {
        most.forEach((address, statements) -> {
            browser.open(address);
            browser.open("records");
            List<String> asked = Statements.texts(() -> {
                browser.open(address);
                _find(Grid.class).forEach(grid -> _fetch(grid, 0, 50));
            });
            assertThat(asked).as(address).hasSizeLessThanOrEqualTo(statements);
        });
    }
}
