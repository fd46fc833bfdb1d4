package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.commission.PaySample.FLAT_10;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Reason;
import org.koploper.ledger.Lacking;
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

    @Autowired
    CommissionRun run;

    @Autowired
    Lacking lacking;

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
    void aDealComesInAtTheRateOfItsInvoiceHoweverMuchLaterThatIsWritten() throws IOException {
        PersonId rep = repOn("USD", document("40-currencies"));
        sales.rate("GBP", "USD", "2026-01-01", "1.30");
        sales.rate("GBP", "USD", "2026-02-10", "1.22");
        long deal = sales.won(rep, "1000", "GBP", "2026-01-03");
        sales.changed(rep, "2026-01-03");

        assertThat(pay.total(rep, "2026-01")).isEqualTo("0");
        assertThat(said(rep, "2026-01", "D" + deal))
                .isEqualTo("Not paid yet: deal D" + deal
                        + " has no invoice, whose day says which exchange rate it is. Import the invoice");
        assertThat(lacking.in(YearMonth.of(2026, 1)))
                .contains(new Lacking.Missing(rep, Lacking.What.INVOICE, "D" + deal));

        sales.invoice(deal, "1000", "2026-02-15");
        sales.changed(rep, "2026-02-15");

        // where it was won, since it counts there
        assertThat(pay.total(rep, "2026-01")).isEqualTo("122");
        assertThat(lacking.in(YearMonth.of(2026, 1))).isEmpty();

        sales.rate("GBP", "USD", "2026-03-01", "1.40");
        sales.cancel(deal, "2026-03-05");
        sales.changed(rep, "2026-01-03", "2026-03-05");

        assertThat(pay.total(rep, "2026-03")).isEqualTo("-122");
        assertNothingWasMissed();
    }

    @Test
    void payGoesOutInAnotherCurrencyAtTheRateOfTheMonthsEndAndWaitsForIt() throws IOException {
        PersonId rep = repOn("GBP", document("40g-pay-at-the-rate-of-the-month").replace("USD", "BRL"));
        won(rep, "GBP", "1000", "2026-01-10");

        Statement waiting = pay.statement(rep, "2026-01");
        assertThat(waiting.total()).isZero();
        assertThat(said(rep, "2026-01", null)).isEqualTo("Not paid yet: exchange rate GBP-BRL 31 Jan 2026 is missing");
        assertThat(lacking.in(YearMonth.of(2026, 1)).orElseThrow().what()).isEqualTo(Lacking.What.RATE);

        rate("GBP", "BRL", "2026-01-20", "1.22");
        rate("GBP", "BRL", "2026-02-01", "1.5");

        Statement paid = pay.statement(rep, "2026-01");
        assertThat(paid.total()).isEqualByComparingTo("122");
        assertThat(paid.currency()).isEqualTo(Currency.getInstance("BRL"));
        assertThat(paid.plan()).isNotNull();
        Reason reason = Reasons.read(paid.lines().getFirst().reason());
        assertThat(ReasonWords.of(Locale.UK, paid.currency(), reason).sentence(reason))
                .isEqualTo("Paid in another currency: R$122.00 = £100.00 × 1.22");
        assertThat(pay.statement(rep, "2026-02").currency()).isEqualTo(Currency.getInstance("BRL"));
        assertNothingWasMissed();
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
        return repOn("EUR", document);
    }

    private PersonId repOn(String currency, String document) {
        PersonId rep = sales.person("Rep");
        PlanRef plan = pay.emptyPlan(currency);
        pay.version(plan, "2026-01-01", null, document);
        pay.assign(plan, rep);
        return rep;
    }

    private void rate(String from, String to, String day, String rate) {
        sales.rate(from, to, day, rate);
        transaction.executeWithoutResult(status -> events.publishEvent(new RatesChanged(ids.next())));
    }

    /** About the only line, or the one of that deal. */
    private String said(PersonId rep, String month, @Nullable String deal) {
        return pay.statement(rep, month).lines().stream()
                .filter(line -> deal == null || deal.equals(line.deal()))
                .map(line -> new ReasonWords(Locale.UK, line.currency()).sentence(Reasons.read(line.reason())))
                .findFirst()
                .orElseThrow();
    }

    private void assertNothingWasMissed() {
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    private long won(PersonId rep, String value, String day) {
        return won(rep, "EUR", value, day);
    }

    private long won(PersonId rep, String currency, String value, String day) {
        long deal = sales.won(rep, value, currency, day);
        sales.changed(rep, day);
        return deal;
    }

    @OnHsqldb
    static class OnHsqldbTest extends ForeignDealsContract {}

    @OnPostgres
    static class OnPostgresTest extends ForeignDealsContract {}
}
