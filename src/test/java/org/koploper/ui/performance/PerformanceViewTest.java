package org.koploper.ui.performance;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Role;
import org.koploper.kpi.Kpi;
import org.koploper.people.PersonRef;
import org.koploper.people.TeamRef;
import org.koploper.storage.Ids;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page on how selling goes, for whoever is signed in. */
class PerformanceViewTest extends ScreenTest {

    private SalesSample sample;
    private JdbcClient jdbc;
    private Ids ids;

    @BeforeEach
    void sample() {
        sample = new SalesSample(context);
        jdbc = context.getBean(JdbcClient.class);
        ids = context.getBean(Ids.class);
    }

    private String team() {
        return "&team=T" + scene.team.value();
    }

    /** Deals of An in the second quarter of 2025, and in the first. */
    private void sells(int now, int before, String value) {
        for (int i = 0; i < now; i++) {
            sample.won(scene.an, value, "2025-05-12");
        }
        for (int i = 0; i < before; i++) {
            sample.won(scene.an, value, "2025-02-12");
        }
        sample.changed(scene.an, "2025-05-12", "2025-02-12");
    }

    @Test
    void everyNumberStandsBesideWhatItIsMadeOfAndWhatItWas() {
        sells(60, 20, "1000");
        Browser browser = in(scene.asAn());
        browser.open("performance?p=2025-Q2" + team());

        assertThat(browser.heading()).isEqualTo("Performance: Scene");
        assertThat(browser.text())
                .contains("Six numbers of selling", "Nine measurements of the sales organisation")
                .contains("60 orders", "Before: ", "The difference is probably +")
                .contains("A year before: too little data")
                .contains("There is nothing yet to compute it from.");
    }

    @Test
    void theForecastStandsBesideTheTargetAndTheRunRate() {
        sells(6, 0, "1000");
        sample.target(null, scene.team, "2025-04-01", "2025-06-30", "8000", sample.home());
        Browser browser = in(scene.asAn());
        browser.open("performance?p=2025-Q2" + team());

        assertThat(browser.text())
                .contains("Run rate: ", "Forecast against target: −25.0% (")
                .contains("How far the forecast lies above or below the target.");
    }

    @Test
    void aDifferenceThatChanceMayMakeIsCalledThat() {
        sells(22, 18, "1000");
        Browser browser = in(scene.asAn());
        browser.open("performance?p=2025-Q2" + team());

        assertThat(browser.text())
                .contains("the difference may be chance (")
                .doesNotContain("The difference is probably");
    }

    @Test
    void whatIsMissingLeadsToWhereItIsFilledInForWhoMay() {
        Browser browser = in(scene.asAn());
        browser.open("performance?p=1999-Q2");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("records/visitors", "records/leads");
        signOut();

        browser = in(scene.as(Role.HR));
        browser.open("performance?p=1999-Q2");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).doesNotContain("records/visitors", "records/leads");
    }

    @Test
    void aTrendIsChosenAndStandsInTheAddress() {
        sells(3, 2, "1000");
        Browser browser = in(scene.asAn());
        browser.open("performance?p=2025-Q2" + team());
        assertThat(browser.text()).contains("Revenue, July 2024 to June 2025", "By region the largest are Not said");

        _setValue(by(), "team");
        assertThat(browser.address()).contains("by=team");
        assertThat(browser.text()).contains("By team the largest are Scene");
        @SuppressWarnings("unchecked")
        ComboBox<Kpi> kpi = _get(ComboBox.class, spec -> spec.withLabel("Which number"));
        _setValue(kpi, Kpi.CALLS);
        assertThat(browser.address()).contains("kpi=calls");
        assertThat(by().getListDataView().getItems().toList()).containsExactly("none", "team");
        assertThat(browser.text()).contains("Calls, July 2024 to June 2025");
    }

    @SuppressWarnings("unchecked")
    private static Select<String> by() {
        return _get(Select.class, spec -> spec.withLabel("Taken apart by"));
    }

    @Test
    void theChartIsATableTooAndTheAddressOpensIt() {
        sells(3, 2, "1000");
        Browser browser = in(scene.asAn());
        browser.open("performance?p=2025-Q2&step=quarter&by=none&table=on" + team());

        assertThat(browser.text()).contains("Q1 2025", "Q2 2025", "Revenue, Q3 2023 to Q2 2025");
    }

    @Test
    void leadsAreAnsweredSoonOrLate() {
        for (int i = 0; i < 8; i++) {
            long lead = ids.next();
            jdbc.sql("insert into leads (id, external_id, owner_id, status, created_on, arrived_at, version)"
                            + " values (?, ?, ?, 'NEW', ?, ?, 0)")
                    .params(
                            lead,
                            "L" + lead,
                            scene.an.value(),
                            LocalDate.of(2025, 5, 5),
                            LocalDate.of(2025, 5, 5).atTime(9, 0))
                    .update();
            if (i < 6) {
                long call = ids.next();
                jdbc.sql(
                                "insert into activities (id, external_id, person_id, kind, outcome, happened_at, lead_id, version)"
                                        + " values (?, ?, ?, 'CALL', 'HELD', ?, ?, 0)")
                        .params(
                                call,
                                "A" + call,
                                scene.an.value(),
                                LocalDate.of(2025, 5, 5).atTime(9 + i, 30),
                                lead)
                        .update();
            }
        }
        Browser browser = in(scene.asAn());
        browser.open("performance?p=2025-Q2" + team());

        assertThat(browser.text())
                .contains("Of 8 leads 1 were answered within the hour and 6 within a day; 2 have had no answer yet.")
                .contains("2.5 h", "of 6 answered leads", "1 of 8 leads");
    }

    @Test
    void aRepChoosesTheOwnNumbersAndNobodyElsesWhateverIsTyped() {
        sells(5, 5, "777");
        Browser browser = in(scene.asBo());
        browser.open("performance?p=2025-Q2&rep=P" + scene.an.value());
        assertThat(browser.heading()).isEqualTo("Performance");
        assertThat(people()).containsExactly("Bo Baert");

        browser.open("performance?p=2025-Q2&rep=P" + scene.bo.value());
        assertThat(browser.heading()).isEqualTo("Performance: Bo Baert");
        assertThat(browser.text()).doesNotContain("3,885", "Share of the market");
        signOut();

        browser = in(scene.asManager());
        browser.open("performance?p=2025-Q2&rep=P" + scene.an.value());
        assertThat(browser.heading()).isEqualTo("Performance: An Anders");
        assertThat(browser.text()).contains("3,885");
    }

    @SuppressWarnings("unchecked")
    private static List<String> people() {
        ComboBox<PersonRef> field = _get(ComboBox.class, spec -> spec.withLabel("Person"));
        return field.getListDataView().getItems().map(PersonRef::name).toList();
    }

    @Test
    void aTeamIsChosenAndClearedAgain() {
        Browser browser = in(scene.asAn());
        browser.open("performance?p=2025-Q2");
        @SuppressWarnings("unchecked")
        ComboBox<TeamRef> field = _get(ComboBox.class, spec -> spec.withLabel("Team"));
        TeamRef team = field.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(scene.team))
                .findFirst()
                .orElseThrow();
        _setValue(field, team);

        assertThat(browser.address()).contains("team=T" + scene.team.value(), "p=2025-Q2");
        assertThat(browser.heading()).isEqualTo("Performance: Scene");
    }

    @Test
    void theShareOfTheMarketSaysWhereItsSizeIsKnownFrom() {
        long id = ids.next();
        jdbc.sql("insert into market_sizes (id, external_id, market_year, amount, currency, source, version)"
                        + " values (?, ?, 1950, ?, ?, 'Yearbook of the bakers', 0)")
                .params(id, "M" + id, new BigDecimal("100000"), sample.home())
                .update();
        sample.won(scene.an, "25000", "1950-05-01");
        sample.changed(scene.an, "1950-05-01");
        Browser browser = in(scene.asAn());
        browser.open("performance?p=1950-Q2");

        assertThat(browser.text())
                .contains("Yearbook of the bakers", "25.0%", "The share of the market is that of 1950.");
        browser.open("performance?p=1949-Q2");
        assertThat(browser.text()).contains("Nobody filled in how large the market is.");
    }

    @Test
    void financeChoosesAmongEverybody() {
        Browser browser = in(scene.as(Role.FINANCE));
        browser.open("performance?p=2025-Q2");
        assertThat(people()).contains("An Anders", "Bo Baert", "Cas Claes");
    }
}
