package org.koploper.ui.commercial;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.storage.Ids;
import org.koploper.testing.SalesSample;
import org.koploper.ui.Browser;
import org.koploper.ui.ScreenTest;
import org.koploper.ui.kit.AmountField;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is new on the commercial dashboard, what is left of an order, and what larger ones would have brought. */
class NewBusinessTest extends ScreenTest {

    private static final String DAY = "2018-05-03";
    private static final String QUARTER = "commercial?p=2018-Q2";

    private SalesSample sample;
    private JdbcClient jdbc;
    private Ids ids;

    @BeforeEach
    void sample() {
        sample = new SalesSample(context);
        jdbc = context.getBean(JdbcClient.class);
        ids = context.getBean(Ids.class);
    }

    @Test
    void whatIsNewStandsTogetherWithTheContactsThatOneMoreSaleTakes() {
        for (int i = 0; i < 10; i++) {
            long customer = customer("NEW " + i);
            contacted(customer);
            if (i < 4) {
                ordered(customer);
            }
        }
        lead("NEW", null);
        lead("QUALIFIED", "2018-05-04");
        sample.changed(scene.an, DAY, "2018-05-04");
        Browser browser = in(scene.asAn());
        browser.open(QUARTER);

        assertThat(browser.text())
                .contains("New business", "New leads", "New organisations", "Qualified leads")
                .contains("Hit rate", "40.0%", "4 of 10 customers contacted")
                .contains("Customers to contact for one more sale: 2.5");
    }

    @Test
    void ofTooFewContactsNothingIsSaidAboutTheNextSale() {
        long customer = customer("FEW");
        contacted(customer);
        ordered(customer);
        sample.changed(scene.an, DAY);
        Browser browser = in(scene.asAn());
        browser.open(QUARTER);

        assertThat(browser.text()).contains("1 of 1", "Fewer than 5 of them").doesNotContain("for one more sale");
    }

    @Test
    void whatIsLeftOfAnOrderSaysOfHowManyTheCostIsKnown() {
        long product = ids.next();
        jdbc.sql("insert into products (id, external_id, name, version) values (?, ?, 'Desk', 0)")
                .params(product, "G" + product)
                .update();
        long cost = ids.next();
        jdbc.sql("insert into product_costs (id, external_id, product_id, from_day, cost, currency, version)"
                        + " values (?, ?, ?, date '2018-01-01', 600, ?, 0)")
                .params(cost, "K" + cost, product, sample.home())
                .update();
        long known = sample.won(scene.an, "1000", DAY);
        jdbc.sql("update deals set product_id = ? where id = ?")
                .params(product, known)
                .update();
        sample.won(scene.an, "3000", DAY);
        sample.changed(scene.an, DAY);
        Browser browser = in(scene.asAn());
        browser.open(QUARTER);

        assertThat(browser.text())
                .contains("Average margin of an order", "Margin rate", "40.0%", "Of 1 of 2 orders the cost is known.");
    }

    @Test
    void largerOrdersAreAMultiplicationThatStandsInTheAddress() {
        sample.won(scene.an, "1000", DAY);
        sample.won(scene.an, "3000", DAY);
        sample.changed(scene.an, DAY);
        Browser browser = in(scene.asAn());
        browser.open(QUARTER);
        assertThat(browser.text())
                .contains("Had each been 5% larger")
                .contains("4,200")
                .contains("200 more");

        _setValue(larger(), "10");

        assertThat(browser.address()).contains("larger=10");
        assertThat(browser.text())
                .contains("Had each been 10% larger")
                .contains("4,400")
                .contains("no promise");
    }

    @Test
    void whatIsNoPercentageLeavesTheAddressAsItIs() {
        Browser browser = in(scene.asAn());
        browser.open(QUARTER + "&larger=7");
        assertThat(larger().getValue()).isEqualTo("7");

        for (String wrong : new String[] {"0", "101", "2.5", "much"}) {
            _setValue(larger(), wrong);
            assertThat(larger().isInvalid()).as(wrong).isTrue();
            assertThat(larger().getErrorMessage()).isEqualTo("Type a whole number from 1 to 100.");
        }
        assertThat(browser.address()).contains("larger=7");
        browser.open(QUARTER + "&larger=999");
        assertThat(larger().getValue()).isEqualTo("5");
    }

    @Test
    void withoutOrdersThereIsNothingToMultiply() {
        Browser browser = in(scene.asAn());
        browser.open("commercial?p=1998");

        assertThat(browser.text())
                .contains("What if orders were larger?", "No orders with a value in this period")
                .doesNotContain("Had each been");
    }

    private static AmountField larger() {
        return _get(AmountField.class, spec -> spec.withLabel("Each order larger by"));
    }

    private long customer(String number) {
        long id = ids.next();
        jdbc.sql("insert into customers (id, external_id, name, registration_number, version) values (?, ?, ?, ?, 0)")
                .params(id, "C" + id, number, "BE " + id)
                .update();
        return id;
    }

    private void contacted(long customer) {
        long id = ids.next();
        jdbc.sql("insert into activities (id, external_id, person_id, kind, outcome, happened_at, customer_id, version)"
                        + " values (?, ?, ?, 'CALL', 'HELD', ?, ?, 0)")
                .params(id, "A" + id, scene.an.value(), LocalDate.parse(DAY).atTime(9, 0), customer)
                .update();
    }

    private void ordered(long customer) {
        jdbc.sql("update deals set customer_id = ? where id = ?")
                .params(customer, sample.won(scene.an, "100", DAY))
                .update();
    }

    private void lead(String status, String qualified) {
        long id = ids.next();
        jdbc.sql("insert into leads (id, external_id, owner_id, status, created_on, qualified_on, version)"
                        + " values (?, ?, ?, ?, ?, ?, 0)")
                .params(
                        id,
                        "L" + id,
                        scene.an.value(),
                        status,
                        LocalDate.parse(DAY),
                        qualified == null ? null : LocalDate.parse(qualified))
                .update();
    }
}
