package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.intake.Upserts;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pay that depends on what was sold, how many of it, and to whom. */
abstract class GoodsContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    CommissionRun run;

    @Autowired
    Upserts upserts;

    SalesSample sales;
    PaySample pay;
    PersonId an;
    String throne;
    String gift;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        sales.home();
        // what other tests wrote straight into the tables, so that nothing is left but what this one brings
        Caller.asSystem(() -> run.all());
        pay = new PaySample(context);
        an = sales.person("An");
        throne = "Throne" + ids.next();
        gift = "Gift" + ids.next();
        write("products", Map.of("externalId", throne, "name", "Throne", "family", "Chairs"));
        write("products", Map.of("externalId", gift, "name", "Gift"));
    }

    @Test
    void anAmountForEachUnitIsPaidForTheUnitsOfTheLinesAndTakenBackWithThem() throws IOException {
        pay.assign(pay.plan(Files.readString(Path.of("docs", "plans", "01b-amount-per-unit.yml"))), an);
        long first = sales.won(an, "400", "EUR", "2026-01-01");
        long second = sales.won(an, "300", "EUR", "2026-01-01");
        line(first, throne, "3");
        line(first, gift, "1");
        line(second, throne, "3");
        sales.changed(an, "2026-01-01");
        assertThat(pay.total(an, "2026-01")).isEqualTo("57.5");

        sales.cancel(second, "2026-02-10");
        sales.changed(an, "2026-01-01", "2026-02-10");

        assertThat(pay.total(an, "2026-01")).isEqualTo("57.5");
        assertThat(pay.total(an, "2026-02")).isEqualTo("-27.5");
    }

    @Test
    void theNearestRateOfWhatWasSoldIsPaid() {
        pay.assign(pay.plan(rates()), an);
        deal(null, null);
        deal(gift, null);
        deal(throne, null);
        long byLines = sales.won(an, "1000", "EUR", "2026-01-05");
        line(byLines, throne, "2");
        sales.changed(an, "2026-01-05");

        // 10 for whatever, nothing for the gift, 5 % for the throne, twice
        assertThat(pay.total(an, "2026-01")).isEqualTo("110");
    }

    @Test
    void anotherFamilyOrSegmentIsAnotherRateFromTheDayItIsWritten() {
        pay.assign(pay.plan(rates()), an);
        String customer = "C" + ids.next();
        write("customers", Map.of("externalId", customer, "name", "Bakery"));
        deal(gift, customer);
        sales.changed(an, "2026-01-05");
        assertThat(pay.total(an, "2026-01")).isEqualTo("0");

        write("customers", Map.of("externalId", customer, "segment", "retail"));
        assertThat(pay.total(an, "2026-01")).isEqualTo("30");
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @Test
    void aVariantEarnsItsOwnRateAndItsProductThatOfTheProduct() throws IOException {
        String red = variant(null);
        pay.assign(pay.plan(variants(red)), an);
        deal(red, null);
        deal(throne, null);
        sales.changed(an, "2026-01-05");

        assertThat(pay.lines(an, "2026-01"))
                .extracting(line -> line.substring(line.indexOf(" = ")))
                .containsExactly(" = 150", " = 50");
    }

    @Test
    void whatStopsBeingAVariantOrBecomesOneEarnsAsWhatItIsNow() throws IOException {
        String red = variant(null);
        pay.assign(pay.plan(variants(red).replace("variant: " + red, "variant: Other")), an);
        deal(red, null);
        sales.changed(an, "2026-01-05");
        assertThat(pay.total(an, "2026-01")).as("as its product").isEqualTo("50");

        Map<String, Object> alone = new HashMap<>(Map.of("externalId", red));
        alone.put("variantOf", null);
        write("products", alone);
        assertThat(pay.total(an, "2026-01")).as("as whatever it is").isEqualTo("10");

        write("products", Map.of("externalId", red, "variantOf", gift));
        assertThat(pay.total(an, "2026-01")).as("as a gift").isEqualTo("0");
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @Test
    void aVariantIsOfTheCategoryOfItsProductUnlessItHasOneOfItsOwn() {
        pay.assign(pay.plan("""
                {"components": [{"name": "Chairs", "where": {"category": "Chairs"}, "flat": {"rate": "0.1"}}]}
                """), an);
        deal(variant(null), null);
        deal(variant("Stools"), null);
        sales.changed(an, "2026-01-05");

        assertThat(pay.total(an, "2026-01")).isEqualTo("100");
    }

    @Test
    void linesOfSeveralVariantsAreOfTheirProductAndLinesOfOneAreOfTheVariant() throws IOException {
        String red = variant(null);
        pay.assign(pay.plan(variants(red)), an);
        long ofOne = sales.won(an, "1000", "EUR", "2026-01-05");
        line(ofOne, red, "1");
        line(ofOne, red, "2");
        long ofSeveral = sales.won(an, "1000", "EUR", "2026-01-06");
        line(ofSeveral, red, "1");
        line(ofSeveral, variant(null), "1");
        long withTheProduct = sales.won(an, "1000", "EUR", "2026-01-07");
        line(withTheProduct, red, "1");
        line(withTheProduct, throne, "1");
        sales.changed(an, "2026-01-05", "2026-01-06", "2026-01-07");

        assertThat(pay.lines(an, "2026-01"))
                .extracting(line -> line.substring(line.indexOf(" = ")))
                .containsExactly(" = 150", " = 50", " = 50");
    }

    /** The plan of the documentation, about the products of this test. */
    private String variants(String red) throws IOException {
        return Files.readString(Path.of("docs", "plans", "38b-variants.yml"))
                .replace("Throne red", red)
                .replace("Throne", throne)
                .replace("Gift", gift);
    }

    private String variant(@Nullable String family) {
        String red = "Red" + ids.next();
        Map<String, Object> fields =
                new HashMap<>(Map.of("externalId", red, "name", "Red one " + red, "variantOf", throne));
        if (family != null) {
            fields.put("family", family);
        }
        write("products", fields);
        return red;
    }

    @Test
    void linesThatArriveAfterTheDealArePaid() throws IOException {
        pay.assign(pay.plan(Files.readString(Path.of("docs", "plans", "01b-amount-per-unit.yml"))), an);
        long deal = sales.won(an, "400", "EUR", "2026-01-01");
        sales.changed(an, "2026-01-01");
        assertThat(pay.total(an, "2026-01")).isEqualTo("22.5");

        write(
                "lines",
                Map.of(
                        "externalId",
                        "L" + ids.next(),
                        "deal",
                        "D" + deal,
                        "product",
                        throne,
                        "quantity",
                        "4",
                        "unitPrice",
                        "100"));

        assertThat(pay.total(an, "2026-01")).isEqualTo("30");
    }

    @Test
    void whatASharedDealEarnsWholeIsDividedToTheCent() throws IOException {
        PersonId bo = sales.person("Bo");
        PersonId cy = sales.person("Cy");
        PlanRef plan = pay.plan(Files.readString(Path.of("docs", "plans", "21-payout-split.yml")));
        List.of(an, bo, cy).forEach(payee -> pay.assign(plan, payee));
        long deal = sales.won(an, "1500", "EUR", "2026-01-05");
        sales.share(deal, an, "0.333333");
        sales.share(deal, bo, "0.333333");
        sales.share(deal, cy, "0.333334");
        long alone = sales.won(an, "1500", "EUR", "2026-02-05");
        List.of(an, bo, cy).forEach(payee -> sales.changed(payee, "2026-01-05"));
        sales.changed(an, "2026-02-05");

        // 100 by three, where three credits of 500 would earn 25 each
        assertThat(pay.total(an, "2026-01")).isEqualTo("33.33");
        assertThat(pay.total(bo, "2026-01")).isEqualTo("33.33");
        assertThat(pay.total(cy, "2026-01")).isEqualTo("33.34");
        assertThat(pay.total(an, "2026-02")).as("D" + alone).isEqualTo("100");
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    private String rates() {
        return """
                components:
                  - name: Nearest
                    flat:
                      match: most-specific
                      rates:
                        - {where: {segment: retail, product: %s}, fixed: 30}
                        - {where: {product: %s}, rate: 0}
                        - {where: {product: %s}, rate: 0.05}
                        - {fixed: 10}
                """.formatted(gift, gift, throne);
    }

    private void deal(@Nullable String product, @Nullable String customer) {
        long deal = sales.won(an, "1000", "EUR", "2026-01-05");
        jdbc.sql("update deals set product_id = (select id from products where external_id = :product),"
                        + " customer_id = (select id from customers where external_id = :customer) where id = :deal")
                .param("product", product, java.sql.Types.VARCHAR)
                .param("customer", customer, java.sql.Types.VARCHAR)
                .param("deal", deal)
                .update();
    }

    private void line(long deal, String product, String quantity) {
        jdbc.sql("insert into deal_lines (id, external_id, deal_id, product_id, quantity, unit_price, version)"
                        + " select :id, :name, :deal, id, :quantity, 100, 0 from products where external_id = :product")
                .param("id", ids.next())
                .param("name", "L" + ids.next())
                .param("deal", deal)
                .param("quantity", new BigDecimal(quantity))
                .param("product", product)
                .update();
    }

    private void write(String kind, Map<String, Object> fields) {
        Caller.asSystem(() -> upserts.apply(kind, List.of(fields)));
    }

    @OnHsqldb
    static class OnHsqldbTest extends GoodsContract {}

    @OnPostgres
    static class OnPostgresTest extends GoodsContract {}
}
