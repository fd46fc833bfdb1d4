package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The version under which a deal was won says what its cancellation takes back, however the plan has changed since then; and
 * it is taken back once.
 */
abstract class ClawbackOverVersionsContract {

    private static final String TAKES_BACK_NOTHING_SPECIAL = PaySample.FLAT_10;
    private static final String TAKES_BACK_HALF_WITHIN_A_YEAR = """
            {"components": [{"name": "Commission", "flat": {"rate": "0.10"}}],
             "pay": {"clawback": {"share": "0.5", "term": 12}}}
            """;
    private static final String PAYS_TWICE_AS_MUCH_AND_TAKES_BACK_BY_MONTHS = """
            {"components": [{"name": "Commission", "flat": {"rate": "0.20"}}],
             "pay": {"clawback": {"term": 12}}}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    SalesSample sales;
    PaySample pay;
    PersonId rep;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
        rep = sales.person("Sells");
    }

    @Test
    void aDealWonWithAClawbackPaysBackAsMuchAlsoWhenTheNextVersionHasNone() {
        versions(TAKES_BACK_HALF_WITHIN_A_YEAR, TAKES_BACK_NOTHING_SPECIAL);
        long deal = won("10000", "2026-01-10");
        assertThat(pay.total(rep, "2026-01")).isEqualTo("1000");

        cancelled(deal, "2026-03-15");

        assertThat(pay.total(rep, "2026-01")).isEqualTo("1000");
        assertThat(pay.total(rep, "2026-03")).isEqualTo("-500");
    }

    @Test
    void aDealThatLastedItsTermIsKeptAlsoWhenTheNextVersionHasNoClawback() {
        versions(TAKES_BACK_HALF_WITHIN_A_YEAR, TAKES_BACK_NOTHING_SPECIAL);
        long deal = won("10000", "2025-10-10");

        cancelled(deal, "2026-10-15");

        assertThat(pay.total(rep, "2025-10")).isEqualTo("1000");
        assertThat(pay.total(rep, "2026-10")).isEqualTo("0");
    }

    @Test
    void aDealWonWithoutAClawbackPaysBackAllThatItWasPaidWhenTheNextVersionHasOne() {
        versions(TAKES_BACK_NOTHING_SPECIAL, PAYS_TWICE_AS_MUCH_AND_TAKES_BACK_BY_MONTHS);
        long deal = won("10000", "2026-01-10");

        cancelled(deal, "2026-07-15");

        assertThat(pay.total(rep, "2026-01")).isEqualTo("1000");
        assertThat(pay.total(rep, "2026-07")).isEqualTo("-1000");
    }

    @Test
    void eachDealPaysBackByTheVersionThatItWasWonUnder() {
        versions(TAKES_BACK_HALF_WITHIN_A_YEAR, PAYS_TWICE_AS_MUCH_AND_TAKES_BACK_BY_MONTHS);
        long before = won("10000", "2026-01-10");
        long after = won("10000", "2026-02-10");

        cancelled(before, "2026-05-15");
        cancelled(after, "2026-05-15");

        // half of 1,000; nine twelfths of 2,000
        assertThat(pay.total(rep, "2026-05")).isEqualTo("-2000");
    }

    @Test
    void whatACreditNoteTookBackUnderTheNextVersionIsNotTakenBackAgain() {
        versions(TAKES_BACK_HALF_WITHIN_A_YEAR, TAKES_BACK_NOTHING_SPECIAL);
        long deal = won("10000", "2026-01-10");
        sales.credit(deal, "4000", "2026-02-10");
        sales.changed(rep, "2026-01-10", "2026-02-10");
        assertThat(pay.total(rep, "2026-02")).isEqualTo("-400");

        cancelled(deal, "2026-03-15");

        // half of the 600 that were left
        assertThat(pay.total(rep, "2026-03")).isEqualTo("-300");
    }

    @Test
    void whoChangedToAPlanWithoutAClawbackPaysBackOnceByTheOneThatWasLeft() {
        PlanRef left = plan(TAKES_BACK_HALF_WITHIN_A_YEAR);
        pay.assign(left, rep, "2025-01-01", "2026-01-31");
        pay.assign(plan(TAKES_BACK_NOTHING_SPECIAL), rep, "2026-02-01", null);
        long deal = won("10000", "2026-01-10");

        cancelled(deal, "2026-03-15");

        assertThat(pay.total(rep, "2026-03")).isEqualTo("-500");
    }

    @Test
    void whoChangedToAPlanWithAClawbackPaysBackAsAnyReversalDoesWhereTheOneThatWasLeftHadNone() {
        PlanRef left = plan(TAKES_BACK_NOTHING_SPECIAL);
        pay.assign(left, rep, "2025-01-01", "2026-01-31");
        pay.assign(plan(TAKES_BACK_HALF_WITHIN_A_YEAR), rep, "2026-02-01", null);
        long deal = won("10000", "2026-01-10");

        cancelled(deal, "2026-03-15");

        assertThat(pay.total(rep, "2026-03")).isEqualTo("-1000");
    }

    @Test
    void aDealWonAndCancelledBeforeTheVersionWithAClawbackDoesNotCountInItsTiers() {
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2026-01-01", null, PaySample.TIERS_OF_THE_YEAR);
        pay.version(
                plan, "2026-03-01", null, PaySample.TIERS_OF_THE_YEAR.strip().replaceFirst("}$", """
                , "pay": {"clawback": {"term": 12}}}"""));
        pay.assign(plan, rep, "2026-01-01", null);
        long deal = won("5000", "2026-01-10");
        cancelled(deal, "2026-02-15");

        won("5000", "2026-03-10");

        // still in the tier of ten percent
        assertThat(pay.total(rep, "2026-03")).isEqualTo("500");
    }

    /** The second holds from February 2026 on. */
    private void versions(String first, String second) {
        PlanRef plan = plan(first);
        pay.version(plan, "2026-02-01", null, second);
        pay.assign(plan, rep, "2025-01-01", null);
    }

    private PlanRef plan(String document) {
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2025-01-01", null, document);
        return plan;
    }

    private long won(String amount, String day) {
        long deal = sales.won(rep, amount, "EUR", day);
        sales.changed(rep, day);
        return deal;
    }

    /** And nothing else moves when everything is computed. */
    private void cancelled(long deal, String day) {
        sales.cancel(deal, day);
        sales.changed(rep, day);
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @OnHsqldb
    static class OnHsqldbTest extends ClawbackOverVersionsContract {}

    @OnPostgres
    static class OnPostgresTest extends ClawbackOverVersionsContract {}
}
