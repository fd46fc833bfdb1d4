package org.koploper.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * A deal is won with somebody who bought desks. What do others who bought desks have that this customer has not? Families are
 * new to each test, so that what other tests sold compares with nothing here.
 */
abstract class CrossSellingContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    CrossSelling crossSelling;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private SalesSample sample;
    private PersonId anna;
    private PersonId elsewhere;
    private String desks;
    private String chairs;
    private String lamps;

    @BeforeEach
    void somebodySells() {
        sample = new SalesSample(context);
        anna = sample.person("Anna");
        elsewhere = sample.person("Elsewhere");
        desks = "Desks" + ids.next();
        chairs = "Chairs" + ids.next();
        lamps = "Lamps" + ids.next();
    }

    @Test
    void whatMostOfTheComparableCustomersBoughtComesFirst() {
        long bakery = buys(anna, desks);
        for (int i = 0; i < 3; i++) {
            buys(elsewhere, desks, chairs);
        }
        buys(elsewhere, desks, chairs, lamps);
        buys(elsewhere, desks, lamps);
        buys(elsewhere, desks);
        buys(elsewhere, chairs);

        assertThat(of(bakery)).containsExactly(new NextFamily(chairs, 4, 6), new NextFamily(lamps, 2, 6));
    }

    @Test
    void withFewerThanFiveComparableCustomersNothingIsProposed() {
        long bakery = buys(anna, desks);
        for (int i = 0; i < 4; i++) {
            buys(elsewhere, desks, chairs);
        }
        assertThat(of(bakery)).isEmpty();

        buys(elsewhere, desks, chairs);
        assertThat(of(bakery)).containsExactly(new NextFamily(chairs, 5, 5));
    }

    @Test
    void whatOneOfThemBoughtAloneIsChance() {
        long bakery = buys(anna, desks);
        for (int i = 0; i < 5; i++) {
            buys(elsewhere, desks);
        }
        buys(elsewhere, desks, lamps);

        assertThat(of(bakery)).isEmpty();
    }

    @Test
    void whoHasBoughtItAlreadyIsNotAskedAgainNorWhoHasBoughtNothing() {
        long both = buys(anna, desks, chairs);
        long none = customer();
        for (int i = 0; i < 5; i++) {
            buys(elsewhere, desks, chairs);
        }

        assertThat(of(both)).isEmpty();
        assertThat(of(none)).isEmpty();
    }

    @Test
    void linesOfAnOrderCountAsItsProductDoesAndCancelledOrdersDoNot() {
        long bakery = buys(anna, desks);
        for (int i = 0; i < 5; i++) {
            long customer = buys(elsewhere, desks);
            long order = order(elsewhere, customer, null);
            line(order, product(chairs));
            sample.cancel(order(elsewhere, customer, product(lamps)), today());
        }

        assertThat(of(bakery)).containsExactly(new NextFamily(chairs, 5, 5));
    }

    @Test
    void aWonDealAsksForItsCustomerAndOnlyWhoSeesItIsTold() {
        long bakery = customer();
        long deal = order(anna, bakery, product(desks));
        for (int i = 0; i < 5; i++) {
            buys(elsewhere, desks, chairs);
        }

        assertThat(ofDeal(deal, anna)).containsExactly(new NextFamily(chairs, 5, 5));
        assertThat(ofDeal(deal, sample.person("Stranger"))).isEmpty();
        assertThatThrownBy(() -> As.user(anna, Set.of(Role.HR), () -> crossSelling.forDeal("D" + deal)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void itIsAskedInOneStatement() {
        long bakery = buys(anna, desks);
        for (int i = 0; i < 6; i++) {
            buys(elsewhere, desks, chairs);
        }
        long deal = order(anna, bakery, product(desks));

        assertThat(Statements.of(() -> of(bakery))).isEqualTo(1);
        assertThat(Statements.of(() -> ofDeal(deal, anna))).isEqualTo(1);
    }

    private List<NextFamily> of(long customer) {
        return As.user(anna, Set.of(Role.REP), () -> crossSelling.forCustomer("C" + customer));
    }

    private List<NextFamily> ofDeal(long deal, PersonId reader) {
        return As.user(reader, Set.of(Role.REP), () -> crossSelling.forDeal("D" + deal));
    }

    /** A new customer with an order of each of these families. */
    private long buys(PersonId from, String... families) {
        long customer = customer();
        for (String family : families) {
            order(from, customer, product(family));
        }
        return customer;
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private long customer() {
        long id = ids.next();
        jdbc.sql("insert into customers (id, external_id, name, version) values (?, ?, 'Somebody', 0)")
                .params(id, "C" + id)
                .update();
        return id;
    }

    private long product(String family) {
        long id = ids.next();
        jdbc.sql("insert into products (id, external_id, name, family, version) values (?, ?, ?, ?, 0)")
                .params(id, "G" + id, family, family)
                .update();
        return id;
    }

    private long order(PersonId owner, long customer, @Nullable Long product) {
        long deal = sample.won(owner, "100", today());
        jdbc.sql("update deals set customer_id = ?, product_id = ? where id = ?")
                .params(customer, product, deal)
                .update();
        return deal;
    }

    private void line(long deal, long product) {
        long id = ids.next();
        jdbc.sql("insert into deal_lines (id, external_id, deal_id, product_id, quantity, unit_price, version)"
                        + " values (?, ?, ?, ?, 1, 100, 0)")
                .params(id, "R" + id, deal, product)
                .update();
    }

    @OnHsqldb
    static class OnHsqldbTest extends CrossSellingContract {}

    @OnPostgres
    static class OnPostgresTest extends CrossSellingContract {}
}
