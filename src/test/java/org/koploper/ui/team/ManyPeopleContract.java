package org.koploper.ui.team;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.koploper.ui.Browser;
import org.koploper.ui.Scene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** No screen about people asks the database more often when there are ten times as many of them. */
abstract class ManyPeopleContract {

    private static final int FEW = 5;
    private static final int MANY = 50;

    @Autowired
    ApplicationContext context;

    Scene scene;
    SalesSample sample;
    final List<PersonId> people = new ArrayList<>();

    @BeforeEach
    void aTeam() {
        scene = new Scene(context);
        sample = new SalesSample(context);
        people.addAll(List.of(scene.an, scene.bo));
        scene.leads(scene.manager);
        grow(FEW);
    }

    /** Until so many report to the manager; all of them sold something this month, and every other has a target. */
    private void grow(int wanted) {
        String first = scene.month.atDay(1).toString();
        long batch = sample.newBatch();
        while (people.size() < wanted) {
            PersonId person = sample.person("Rep " + people.size());
            sample.reportsTo(person, scene.manager);
            sample.member(person, scene.team, "2020-01-01", null);
            if (people.size() % 2 == 0) {
                sample.target(person, null, first, scene.month.atEndOfMonth().toString(), "9000", sample.home());
            }
            scene.pays(person);
            sample.won(person, String.valueOf(1000 + people.size()), first);
            sample.touched(batch, person, first);
            people.add(person);
        }
        sample.changed(batch);
    }

    private Map<String, Integer> statements() {
        Map<String, Integer> counted = new LinkedHashMap<>();
        count(
                counted,
                scene.asManager(),
                "team",
                "team/numbers",
                "statements",
                "leaderboard/revenue",
                "leaderboard/attainment");
        count(counted, scene.asAn(), "my/month", "statements", "statements?tab=year", "leaderboard/revenue?view=all");
        count(counted, scene.as(Role.FINANCE), "statements/" + scene.an + "/" + scene.month);
        return counted;
    }

    private static void count(Map<String, Integer> counted, Browser browser, String... addresses) {
        try (browser) {
            for (String address : addresses) {
                browser.open("records");
                counted.put(address, Statements.of(() -> {
                    browser.open(address);
                    _find(Grid.class).forEach(grid -> _fetch(grid, 0, 50));
                }));
            }
        }
    }

    @Test
    void aScreenAsksAsOftenAboutFiftyPeopleAsAboutFive() {
        // a first visit is noted as a first step
        statements();
        Map<String, Integer> few = statements();
        grow(MANY);

        assertThat(statements()).isEqualTo(few);
        System.out.println("Statements per screen: " + few);
    }

    @OnHsqldb
    static class OnHsqldbTest extends ManyPeopleContract {}

    @OnPostgres
    static class OnPostgresTest extends ManyPeopleContract {}
}
