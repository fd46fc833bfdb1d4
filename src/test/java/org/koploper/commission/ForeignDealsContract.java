package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.commission.PaySample.FLAT_10;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Reason;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.Statement;
import org.koploper.sales.RatesChanged;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Deals in a currency that is not the plan's. */
abstract class ForeignDealsContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    Ledger ledger;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    SalesSample sales;
    PaySample pay;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @Test
    void aDealInAnotherCurrencyIsConvertedAtTheRateOfItsCloseDay() {
        PersonId rep = repOn(FLAT_10);
        sales.rate("GBP", "EUR", "2026-11-01", "1.22");
        long deal = sales.won(rep, "1000", "GBP", "2026-11-03");
        sales.changed(rep, "2026-11-03");
        assertThat(pay.total(rep, "2026-11")).isEqualTo("122");

        sales.rate("GBP", "EUR", "2026-12-01", "1.5");
        sales.cancel(deal, "2026-12-05");
        sales.changed(rep, "2026-11-03", "2026-12-05");

        assertThat(pay.total(rep, "2026-12"))
                .as("taken back at the rate it was given")
                .isEqualTo("-122");
        Reason reason =
                Reasons.read(pay.statement(rep, "2026-11").lines().getFirst().reason());
        assertThat(reason.evaluate()).isEqualByComparingTo("122");
        assertThat(new ReasonWords(Locale.UK, PaySample.EUR).sentence(reason))
                .isEqualTo("€122.00 = €1,220.00 (£1,000.00 × 1.22) × 10%");
    }

    @Test
    void aPlanMayAskForTheRateOfTheMonthsEndOrForItsOwn() throws IOException {
        PersonId atTheEnd = repOn(document("40c-currencies-at-period-end"));
        PersonId fixed = repOn(document("40d-fixed-rates"));
        sales.rate("USD", "EUR", "2026-01-01", "0.90");
        sales.rate("USD", "EUR", "2026-01-20", "0.80");
        for (PersonId rep : List.of(atTheEnd, fixed)) {
            sales.won(rep, "1000", "USD", "2026-01-10");
            sales.changed(rep, "2026-01-10");
        }

        assertThat(pay.total(atTheEnd, "2026-01")).isEqualTo("80");
        assertThat(pay.total(fixed, "2026-01")).isEqualTo("90");
    }

    private static String document(String name) throws IOException {
        return Files.readString(Path.of("docs", "plans", name + ".yml"));
    }

    @Test
    void withoutARateADealIsNotPaidAndSaysSoUntilTheRateArrives() {
        PersonId rep = repOn(FLAT_10);
        long deal = sales.won(rep, "1000", "DKK", "2026-11-03");
        sales.won(rep, "500", "EUR", "2026-11-04");
        sales.changed(rep, "2026-11-03", "2026-11-04");

        assertThat(pay.total(rep, "2026-11")).isEqualTo("50");
        assertThat(pay.statement(rep, "2026-11").lines())
                .filteredOn(line -> ("D" + deal).equals(line.deal()))
                .singleElement()
                .satisfies(line -> assertThat(
                                new ReasonWords(Locale.UK, PaySample.EUR).sentence(Reasons.read(line.reason())))
                        .isEqualTo("Not paid yet: exchange rate DKK-EUR 3 Nov 2026 is missing"));

        sales.rate("DKK", "EUR", "2026-11-01", "0.134");
        transaction.executeWithoutResult(status -> events.publishEvent(new RatesChanged(ids.next())));

        assertThat(pay.total(rep, "2026-11")).isEqualTo("63.4");
        assertThat(pay.statement(rep, "2026-11").lines()).hasSize(2);
    }

    @Test
    void plansInTwoCurrenciesInOneMonthAreNeverAddedUp() {
        PlanRef pounds = pay.emptyPlan("GBP");
        pay.version(pounds, "2026-01-01", null, FLAT_10);
        PersonId rep = sales.person("Two currencies");
        pay.assign(pay.plan(FLAT_10), rep, "2026-01-01", "2026-11-15");
        pay.assign(pounds, rep, "2026-11-16", null);
        won(rep, "1000", "2026-11-03");
        sales.won(rep, "500", "GBP", "2026-11-20");
        sales.changed(rep, "2026-11-20");

        Statement statement = pay.statement(rep, "2026-11");

        assertThat(statement.currency()).isEqualTo(Currency.getInstance("GBP"));
        assertThat(statement.total()).isEqualByComparingTo("50");
        assertThat(statement.otherTotals()).hasSize(1);
        assertThat(statement.otherTotals().get(PaySample.EUR)).isEqualByComparingTo("100");
    }

    private PersonId repOn(String document) {
        PersonId rep = sales.person("Rep");
        pay.assign(pay.plan(document), rep);
        return rep;
    }

    private long won(PersonId rep, String value, String day) {
        long deal = sales.won(rep, value, "EUR", day);
        sales.changed(rep, day);
        return deal;
    }

    @OnHsqldb
    static class OnHsqldbTest extends ForeignDealsContract {}

    @OnPostgres
    static class OnPostgresTest extends ForeignDealsContract {}
}
