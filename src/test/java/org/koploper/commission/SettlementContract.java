package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is paid in other months than that of the deal: after a payment, at an early end, or without any sale. */
abstract class SettlementContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    SalesSample sales;
    PaySample pay;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @Test
    void payFollowsThePaymentsOfTheInvoicePartByPart() {
        PersonId rep = sales.person("Cash");
        on(rep, """
                {"components": [{"name": "Commission", "flat": {"rate": "0.10"}}], "pay": {"release": "cash"}}
                """);
        long deal = sales.won(rep, "1000", "2026-03-10");
        sales.changed(rep, "2026-03-10");
        assertThat(pay.total(rep, "2026-03")).isEqualTo("0");
        assertThat(pay.statement(rep, "2026-03").lines()).hasSize(2);

        long invoice = sales.invoice(deal, "1210", "2026-03-12");
        sales.paid(invoice, "605", "2026-04-20");
        sales.changed(rep, "2026-04-20");
        sales.paid(invoice, "605", "2026-06-02");
        sales.changed(rep, "2026-06-02");

        assertThat(pay.total(rep, "2026-04")).isEqualTo("50");
        assertThat(pay.total(rep, "2026-05")).isEqualTo("0");
        assertThat(pay.total(rep, "2026-06")).isEqualTo("50");
    }

    @Test
    void aContractThatEndsEarlyPaysBackWhatWasNotServedAndNothingAfterItsTerm() {
        PersonId rep = sales.person("Clawback");
        on(rep, """
                {"components": [{"name": "Commission", "flat": {"rate": "0.10"}}], "pay": {"clawback": {"term": 12}}}
                """);
        long early = sales.won(rep, "12000", "2025-10-15");
        long late = sales.won(rep, "6000", "2025-02-15");
        sales.changed(rep, "2025-10-15");
        assertThat(pay.total(rep, "2025-10")).isEqualTo("1200");

        sales.cancel(early, "2026-04-15");
        sales.cancel(late, "2026-04-15");
        sales.changed(rep, "2026-04-15");

        assertThat(pay.total(rep, "2025-10")).isEqualTo("1200");
        assertThat(pay.total(rep, "2026-04")).isEqualTo("-600");
    }

    @Test
    void managersArePaidWhenTheCustomersOfTheirPeopleArePaidAndPayBackWhatEndedEarly() {
        PersonId manager = sales.person("Above");
        PersonId rep = sales.person("Below");
        sales.reportsTo(rep, manager);
        on(manager, """
                {"components": [{"name": "Override", "whose": "team", "flat": {"rate": "0.02"}}],
                 "pay": {"release": "cash", "clawback": {"term": 12}}}
                """);
        long deal = sales.won(rep, "1000", "2026-03-10");
        sales.changed(rep, "2026-03-10");
        assertThat(pay.total(manager, "2026-03")).isEqualTo("0");

        sales.paid(sales.invoice(deal, "1000", "2026-03-12"), "1000", "2026-04-20");
        sales.changed(rep, "2026-04-20");
        assertThat(pay.total(manager, "2026-04")).isEqualTo("20");

        sales.cancel(deal, "2026-09-10");
        sales.changed(rep, "2026-09-10");
        assertThat(pay.total(manager, "2026-04")).isEqualTo("20");
        assertThat(pay.total(manager, "2026-09")).isEqualTo("-10");
    }

    @Test
    void aDrawIsPaidInMonthsWithoutSalesAndTakenBackFromWhatIsEarnedBeyondIt() {
        PersonId rep = sales.person("Draw");
        YearMonth now = YearMonth.now(clock);
        PlanRef plan = pay.emptyPlan("EUR");
        String from = now.minusMonths(3).atDay(1).toString();
        pay.version(plan, from, null, """
                {"components": [{"name": "Commission", "flat": {"rate": "0.10"}}],
                 "pay": {"draw": {"name": "Draw", "kind": "from-excess", "amount": "500"}}}
                """);
        pay.assign(plan, rep, from, null);
        assertThat(pay.total(rep, now.minusMonths(3).toString())).isEqualTo("500");
        assertThat(pay.total(rep, now.toString())).isEqualTo("500");
        assertThat(pay.total(rep, now.plusMonths(1).toString())).isEqualTo("0");

        String day = now.minusMonths(2).atDay(3).toString();
        sales.won(rep, "9000", day);
        sales.changed(rep, day);

        assertThat(pay.total(rep, now.minusMonths(2).toString())).isEqualTo("500");
        assertThat(pay.total(rep, now.minusMonths(3).toString())).isEqualTo("500");
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @Test
    void theBeginningOfAMonthPostsWhatIsPaidWithoutASaleAndOnlyOnce() {
        PersonId rep = sales.person("Least");
        PlanRef plan = pay.emptyPlan("EUR");
        String from = YearMonth.now(clock).minusMonths(1).atDay(1).toString();
        pay.version(plan, from, null, """
                {"components": [{"name": "Commission", "flat": {"rate": "0.10"}, "limits": {"least": "250"}}]}
                """);
        pay.assign(plan, rep, from, null);
        assertThat(pay.total(rep, YearMonth.now(clock).toString())).isEqualTo("250");
        long before = pay.entries(rep);

        Caller.asSystem(() -> transaction.executeWithoutResult(status -> run.goingOn("new-month")));

        assertThat(pay.entries(rep)).isEqualTo(before);
    }

    private void on(PersonId rep, String document) {
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2025-01-01", null, document);
        pay.assign(plan, rep, "2025-01-01", null);
    }

    @OnHsqldb
    static class OnHsqldbTest extends SettlementContract {}

    @OnPostgres
    static class OnPostgresTest extends SettlementContract {}
}
