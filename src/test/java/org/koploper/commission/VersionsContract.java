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

/** What is drawn, owed and left of limits goes on under the next version of a plan, and stays under a plan that somebody leaves. */
abstract class VersionsContract {

    private static final String DRAW = """
            {"components": [{"name": "Commission", "flat": {"rate": "0.10"}}],
             "pay": {"draw": {"name": "Draw", "kind": "from-excess", "amount": "500"}}}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    SalesSample sales;
    PaySample pay;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @Test
    void whatWasDrawnUnderOneVersionIsTakenBackUnderTheNextOne() {
        PersonId rep = sales.person("Draws");
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2026-01-01", null, DRAW);
        pay.assign(plan, rep, "2026-01-01", "2026-03-31");
        pay.version(plan, "2026-02-01", null, DRAW);

        sold(rep, "9000", "2026-02-10");

        assertThat(pay.total(rep, "2026-01")).isEqualTo("500");
        assertThat(pay.total(rep, "2026-02")).isEqualTo("500");
        assertThat(pay.total(rep, "2026-03")).isEqualTo("500");
    }

    @Test
    void aVersionWithoutADrawTakesBackWhatTheOneBeforeGaveFromAllThatIsDue() {
        PersonId rep = sales.person("Drew");
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2026-01-01", null, DRAW);
        pay.assign(plan, rep, "2026-01-01", null);
        pay.version(plan, "2026-02-01", null, PaySample.FLAT_10);

        sold(rep, "2000", "2026-02-10");
        sold(rep, "4000", "2026-03-10");

        assertThat(pay.total(rep, "2026-02")).isEqualTo("0");
        assertThat(pay.total(rep, "2026-03")).isEqualTo("100");
    }

    @Test
    void aDrawIsGivenOnceInAMonthInWhichTheVersionChanges() {
        PersonId rep = sales.person("Mid");
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2026-01-01", null, DRAW);
        pay.assign(plan, rep, "2026-01-01", "2026-01-31");

        pay.version(plan, "2026-01-16", null, DRAW);

        assertThat(pay.total(rep, "2026-01")).isEqualTo("500");
    }

    @Test
    void aLimitOfTheYearIsUsedUpByAllVersionsTogether() {
        PersonId rep = sales.person("Limited");
        PlanRef plan = pay.emptyPlan("EUR");
        String limited = """
                {"components": [{"name": "Commission", "flat": {"rate": "0.10"}, "limits": {"most": "1000", "over": "year"}}]}
                """;
        pay.version(plan, "2026-01-01", null, limited);
        pay.assign(plan, rep, "2026-01-01", null);
        sold(rep, "6000", "2026-02-10");
        sold(rep, "6000", "2026-08-10");
        assertThat(pay.total(rep, "2026-08")).isEqualTo("400");

        pay.version(plan, "2026-07-01", null, limited);
        assertThat(pay.total(rep, "2026-08")).isEqualTo("400");

        sold(rep, "1000", "2026-03-10");
        assertThat(pay.total(rep, "2026-03")).isEqualTo("100");
        assertThat(pay.total(rep, "2026-08")).isEqualTo("300");
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @Test
    void whatIsOwedStaysUnderThePlanThatSomebodyLeaves() {
        PersonId rep = sales.person("Leaves");
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2026-01-01", null, DRAW);
        pay.assign(plan, rep, "2026-01-01", "2026-01-31");
        pay.assign(pay.plan(PaySample.FLAT_10), rep, "2026-02-01", null);

        sold(rep, "9000", "2026-02-10");

        assertThat(pay.total(rep, "2026-01")).isEqualTo("500");
        assertThat(pay.total(rep, "2026-02")).isEqualTo("900");
    }

    @Test
    void aDayWithoutThePlanEndsWhatGoesOn() {
        PersonId rep = sales.person("Gap");
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2026-01-01", "2026-01-31", DRAW);
        pay.assign(plan, rep, "2026-01-01", "2026-02-28");
        pay.version(plan, "2026-02-02", null, DRAW);

        sold(rep, "9000", "2026-02-10");

        assertThat(pay.total(rep, "2026-02")).isEqualTo("900");
    }

    private void sold(PersonId rep, String amount, String day) {
        sales.won(rep, amount, day);
        sales.changed(rep, day);
    }

    @OnHsqldb
    static class OnHsqldbTest extends VersionsContract {}

    @OnPostgres
    static class OnPostgresTest extends VersionsContract {}
}
