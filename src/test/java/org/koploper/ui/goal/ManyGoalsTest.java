package org.koploper.ui.goal;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;

/** However many goals there are, their screen asks the database as often. */
class ManyGoalsTest extends ScreenTest {

    private static final List<String> ADDRESSES = List.of("goals?n=900", "goals?n=900&tree=on");

    @Test
    void aScreenWithManyGoalsAsksAsOftenAsOneWithOneOfEachKind() {
        goals(1);
        Map<String, Integer> few = statements();
        int shown = cards();
        goals(6);

        assertThat(statements()).isEqualTo(few);
        assertThat(cards()).as("goals on the screen").isGreaterThan(shown + 100);
    }

    private Map<String, Integer> statements() {
        Map<String, Integer> counted = new LinkedHashMap<>();
        Browser browser = in(scene.asManager());
        for (String address : ADDRESSES) {
            browser.open(address);
            browser.open("records");
            counted.put(address, Statements.of(() -> browser.open(address)));
        }
        signOut();
        return counted;
    }

    private int cards() {
        Browser browser = in(scene.asManager());
        browser.open(ADDRESSES.getFirst());
        int cards = _find(GoalCard.class).size();
        signOut();
        return cards;
    }

    /** That many of each KPI that people can have, of each of two people, in stretches of time that are all different. */
    private void goals(int each) {
        SalesSample sample = new SalesSample(context);
        LocalDate today = LocalDate.now();
        for (int i = 0; i < each; i++) {
            for (PersonId person : List.of(scene.an, scene.bo)) {
                for (String kpi : List.of(
                        "REVENUE",
                        "DEALS",
                        "CLOSING_RATE",
                        "NEW_LEADS",
                        "CALLS",
                        "SALES_CYCLE",
                        "NEW_ORGANISATIONS",
                        "CROSS_SELLING",
                        "STALE_QUOTES",
                        "CONTACTS_PER_DAY",
                        "GROWTH_ON_YEAR")) {
                    boolean money = kpi.equals("REVENUE");
                    sample.target(
                            person,
                            null,
                            kpi,
                            today.minusDays(40 + i + each).toString(),
                            today.plusDays(40 + i + each).toString(),
                            "10",
                            money ? sample.home() : null);
                }
            }
        }
    }
}
