package org.koploper.ui.commercial;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.GridKt._getCellComponent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.people.PersonRef;
import org.koploper.sales.WaitingDays;
import org.koploper.sales.WaitingQuote;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.AmountField;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the way to an order leaks, which quotes wait, how large orders are, and what customers are worth, on a screen. */
class CommercialViewTest extends ScreenTest {

    private static final String QUARTER = "commercial?p=2017-Q2";

    @Autowired
    private WaitingDays waitingDays;

    private SalesSample sample;
    private JdbcClient jdbc;
    private Ids ids;
    private LocalDate today;

    @BeforeEach
    void sample() {
        sample = new SalesSample(context);
        jdbc = context.getBean(JdbcClient.class);
        ids = context.getBean(Ids.class);
        today = LocalDate.now(context.getBean(Clock.class));
    }

    @Test
    void everyStepStandsWithItsCountsAndTheOneThatLeaksIsNamed() {
        leads(scene.an, 60, "NEW", "2017-05-02");
        leads(scene.an, 20, "CONVERTED", "2017-05-02");
        quotes(scene.an, 30, "WON", "2017-02-01");
        quotes(scene.an, 20, "LOST", "2017-02-01");
        quotes(scene.an, 10, "WON", "2017-05-01");
        quotes(scene.an, 40, "LOST", "2017-05-01");
        Browser browser = in(scene.asAn());
        browser.open(QUARTER);

        assertThat(browser.text())
                .contains("Lead to sale", "25.0%", "20 of 80")
                .contains("Quote to order", "20.0%", "10 of 50", "Period before: 60.0% (30 of 50)")
                .contains(
                        "Most is lost at “Quote to order”: 20.0% (10 of 50) now, 60.0% (30 of 50) in the period before");
    }

    @Test
    void ofAFewThereAreNumbersAndNoPercentageAndNothingIsConcluded() {
        quotes(scene.an, 2, "WON", "2017-05-01");
        quotes(scene.an, 1, "LOST", "2017-05-01");
        Browser browser = in(scene.asAn());
        browser.open(QUARTER);

        assertThat(browser.text())
                .contains("2 of 3", "Fewer than 5 of them", "Too little data", "takes at least ten")
                .contains("No leads in this period. Import leads");
    }

    @Test
    void aQuoteThatWaitsIsCalledAboutWithOneClickAndCanBeTakenBack() {
        long bakery = customer("Bakery");
        long late = open(scene.an, bakery, 20);
        open(scene.an, customer("Fresh"), 3);
        open(scene.cas, customer("Elsewhere"), 90);
        Browser browser = in(scene.asAn());
        browser.open("commercial");
        assertThat(waiting()).extracting(WaitingQuote::externalId).containsExactly("Q" + late);

        _click(calledButton());

        assertThat(waiting()).isEmpty();
        assertThat(browser.text()).contains("Your call about Q" + late + " is noted", "Everybody was called");
        assertThat(calls(late)).isEqualTo(1);
        _click(_find(_get(Notification.class), Button.class).getFirst());
        assertThat(waiting()).hasSize(1);
        assertThat(calls(late)).isZero();
    }

    @Test
    void howLongIsTooLongStandsInTheAddress() {
        open(scene.an, customer("Bakery"), 20);
        Browser browser = in(scene.asAn());
        browser.open("commercial");

        _setValue(days(), "30");

        assertThat(browser.address()).contains("days=30");
        assertThat(waiting()).isEmpty();
        _setValue(days(), "-1");
        assertThat(days().isInvalid()).isTrue();
        assertThat(browser.address()).contains("days=30");
        browser.open("commercial?days=soon");
        assertThat(days().getValue()).isEqualTo("14");
    }

    @Test
    void theOrganisationSaysHowLongIsTooLongAndTheAddressGoesBeforeIt() {
        open(scene.an, customer("Bakery"), 20);
        say(25);
        try {
            Browser browser = in(scene.asAn());
            browser.open("commercial");
            assertThat(days().getValue()).isEqualTo("25");
            assertThat(waiting()).isEmpty();
            browser.open("commercial?days=15");
            assertThat(days().getValue()).isEqualTo("15");
            assertThat(waiting()).hasSize(1);
        } finally {
            say(14);
        }
    }

    private void say(int days) {
        As.user(scene.manager, Set.of(Role.ADMIN), () -> {
            waitingDays.set(days);
            return true;
        });
    }

    @Test
    void whoHasNoOpenQuoteReadsWhatToImport() {
        Browser browser = in(scene.asAn());
        browser.open("commercial");

        assertThat(waiting()).isEmpty();
        assertThat(browser.text()).contains("No open quotes", "Import quotes with the day they were sent");
    }

    @Test
    void aRepSeesTheOwnNumbersAndCannotChooseOthers() {
        sample.won(scene.bo, "77777", "2017-05-01");
        Browser browser = in(scene.asAn());
        browser.open(QUARTER + "&rep=P" + scene.bo.value());

        _assertNone(ComboBox.class, spec -> spec.withLabel("Person"));
        assertThat(browser.heading()).isEqualTo("Commercial dashboard");
        assertThat(browser.text())
                .contains("No orders with a value in this period")
                .doesNotContain("77,777");
    }

    @Test
    void aManagerChoosesTeamsAndPeopleAndSeesSizesOfEach() {
        scene.leads(scene.manager);
        for (String value : List.of("100", "110", "120", "130", "140", "150")) {
            sample.won(scene.an, value, "2021-05-03");
            sample.won(scene.bo, value + "0", "2021-05-03");
        }
        Browser browser = in(scene.asManager());
        browser.open("commercial?p=2021-Q2");
        assertThat(browser.heading()).isEqualTo("Commercial dashboard: Scene");
        assertThat(browser.text())
                .contains("Half of the orders are smaller than")
                .contains("They differ between people by more than chance explains", "An Anders", "Bo Baert");

        @SuppressWarnings("unchecked")
        ComboBox<PersonRef> person = _get(ComboBox.class, spec -> spec.withLabel("Person"));
        _setValue(person, person.getListDataView().getItem(1));
        assertThat(browser.address()).contains("rep=P" + scene.an.value());
        assertThat(browser.heading()).isEqualTo("Commercial dashboard: An Anders");

        @SuppressWarnings("unchecked")
        Select<String> team = _get(Select.class, spec -> spec.withLabel("Team"));
        _setValue(team, "all");
        assertThat(browser.heading()).isEqualTo("Commercial dashboard: Whole organisation");
    }

    @Test
    void whatIsWonIsFollowedByWhatTheCustomerHasNotBoughtYet() {
        String desks = "Desks" + ids.next();
        String chairs = "Chairs" + ids.next();
        for (int i = 0; i < 5; i++) {
            long other = customer("Other");
            ordered(other, desks, sample.won(scene.cas, "100", today.toString()));
            ordered(other, chairs, sample.won(scene.cas, "100", today.toString()));
        }
        long bakery = customer("Bakery");
        ordered(bakery, desks, scene.openDeal);
        Browser browser = in(scene.asManager());
        browser.open("deals?deal=D" + scene.openDeal);

        _click(_get(Button.class, spec -> spec.withText("Win")));
        _click(_get(Button.class, spec -> spec.withText("Win")));

        _get(Notification.class);
        assertThat(browser.text())
                .contains("is won. Have you also thought of " + chairs + " (5 of 5 comparable customers bought it)?");
        browser.open("record/customers/C" + bakery);
        assertThat(browser.text()).contains("Not bought yet", chairs, "5 of 5 comparable customers bought it");
    }

    private void ordered(long customer, String family, long deal) {
        long product = ids.next();
        jdbc.sql("insert into products (id, external_id, name, family, version) values (?, ?, ?, ?, 0)")
                .params(product, "G" + product, family, family)
                .update();
        jdbc.sql("update deals set customer_id = ?, product_id = ? where id = ?")
                .params(customer, product, deal)
                .update();
    }

    @Test
    void aCustomerWhoLeavesBeforeHavingPaidBackIsWarnedOf() {
        // of five customers three leave within the year; the one who came cost 1,000, and each of the six brings in 250
        List.of("1994-06-01", "1994-06-02", "1994-06-03").forEach(day -> order(day, "100", customer("Old")));
        long first = customer("First");
        long second = customer("Second");
        order("1994-06-01", "100", first);
        order("1994-06-01", "100", second);
        List.of("1995-06-01", "1995-06-02").forEach(day -> order(day, "250", first));
        List.of("1995-06-01", "1995-06-02").forEach(day -> order(day, "250", second));
        order("1995-06-03", "500", customer("New"));
        long cost = ids.next();
        jdbc.sql("insert into costs (id, external_id, kind, from_day, to_day, amount, currency, version)"
                        + " values (?, ?, 'MARKETING', date '1995-01-01', date '1995-12-31', 1000, ?, 0)")
                .params(cost, "K" + cost, sample.home())
                .update();
        Browser browser = in(scene.asAn());
        browser.open("commercial?p=1995");

        assertThat(browser.text())
                .contains("Loses money", "back only after 4 years (48 months)", "New customers: 1, costs: ")
                .contains("It takes longer than a customer stays, so money is lost.");
    }

    private void order(String day, String value, long customer) {
        long deal = sample.won(scene.an, value, day);
        jdbc.sql("update deals set customer_id = ? where id = ?")
                .params(customer, deal)
                .update();
        sample.changed(scene.an, day);
    }

    @Test
    void everyTermIsExplainedAndWhatIsMissingHasItsReason() {
        Browser browser = in(scene.asAn());
        browser.open("commercial?p=1999");

        assertThat(browser.text())
                .contains("Cross-selling", "Repeat sales", "Lost customers", "Payback of a new customer")
                .contains("There is nothing yet to compute it from", "import costs of marketing")
                .contains("One of the numbers it is made of is missing: Cost of a new customer.");
    }

    private static Button calledButton() {
        Component both = _getCellComponent(_get(Grid.class), 0, "done");
        return _find(both, Button.class).getFirst();
    }

    @SuppressWarnings("unchecked")
    private List<WaitingQuote> waiting() {
        return _fetch((Grid<WaitingQuote>) _get(Grid.class), 0, 50);
    }

    private static AmountField days() {
        return _get(AmountField.class, spec -> spec.withLabel("Days without contact"));
    }

    private int calls(long quote) {
        return jdbc.sql("select count(*) from activities where quote_id = ? and outcome = 'HELD'")
                .param(quote)
                .query(Integer.class)
                .single();
    }

    private long customer(String name) {
        long id = ids.next();
        jdbc.sql("insert into customers (id, external_id, name, version) values (?, ?, ?, 0)")
                .params(id, "C" + id, name)
                .update();
        return id;
    }

    private void leads(PersonId owner, int many, String status, String day) {
        for (int i = 0; i < many; i++) {
            long id = ids.next();
            jdbc.sql("insert into leads (id, external_id, owner_id, status, created_on, version)"
                            + " values (?, ?, ?, ?, ?, 0)")
                    .params(id, "L" + id, owner.value(), status, LocalDate.parse(day))
                    .update();
        }
    }

    private void quotes(PersonId owner, int many, String outcome, String decided) {
        for (int i = 0; i < many; i++) {
            long id = ids.next();
            jdbc.sql("insert into quotes (id, external_id, owner_id, revision, sent_on, decided_on, outcome,"
                            + " quote_value, currency, version) values (?, ?, ?, 1, ?, ?, ?, ?, 'EUR', 0)")
                    .params(
                            id,
                            "Q" + id,
                            owner.value(),
                            LocalDate.parse(decided).minusDays(20),
                            LocalDate.parse(decided),
                            outcome,
                            new BigDecimal("100"))
                    .update();
        }
    }

    private long open(PersonId owner, long customer, int daysAgo) {
        long id = ids.next();
        jdbc.sql("insert into quotes (id, external_id, customer_id, owner_id, revision, sent_on, outcome, quote_value,"
                        + " currency, version) values (?, ?, ?, ?, 1, ?, 'OPEN', 1000, 'EUR', 0)")
                .params(id, "Q" + id, customer, owner.value(), today.minusDays(daysAgo))
                .update();
        return id;
    }
}
