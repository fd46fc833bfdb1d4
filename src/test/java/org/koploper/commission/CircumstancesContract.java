package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.kpi.TargetsChanged;
import org.koploper.people.PeopleChanged;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The worked cases of the plans in the documentation, paid from what lies in the database beside deals. */
abstract class CircumstancesContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    CommissionRun run;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    Task<Void> newMonth;

    SalesSample sales;
    PaySample pay;
    PersonId an;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
        an = sales.person("An");
    }

    @Test
    void theQuotaOfEverybodyIsWhatWasAgreedForTheWindow() throws IOException {
        PersonId bo = sales.person("Bo");
        PlanRef plan = pay.plan(document("12-quota"));
        pay.assign(plan, an);
        pay.assign(plan, bo);
        sales.target(an, null, "2026-01-01", "2026-01-31", "20000", "EUR");
        sales.target(an, null, "2026-02-01", "2026-02-28", "20000", "EUR");
        sales.target(an, null, "2026-03-01", "2026-03-31", "20000", "EUR");
        sales.target(bo, null, "2026-01-01", "2026-03-31", "30000", "EUR");
        sales.won(an, "40000", "EUR", "2026-01-01");
        sales.won(bo, "40000", "EUR", "2026-01-01");
        sales.changed(an, "2026-01-01");
        sales.changed(bo, "2026-01-01");

        assertThat(pay.total(an, "2026-01")).isEqualTo("2000");
        assertThat(pay.total(bo, "2026-01")).isEqualTo("2300");
    }

    @Test
    void aQuarterWithItsMonthsBesideItCountsOnceAsOnGoals() throws IOException {
        pay.assign(pay.plan(document("12-quota")), an);
        sales.target(an, null, "2026-01-01", "2026-03-31", "30000", "EUR");
        sales.target(an, null, "2026-01-01", "2026-01-31", "10000", "EUR");
        sales.won(an, "40000", "EUR", "2026-01-01");
        sales.changed(an, "2026-01-01");

        assertThat(pay.total(an, "2026-01")).isEqualTo("2300");
    }

    @Test
    void withoutATargetOrWithOneInAnotherCurrencyNothingIsPaidAndATargetThatArrivesPays() throws IOException {
        pay.assign(pay.plan(document("12-quota")), an);
        sales.won(an, "40000", "EUR", "2026-01-01");
        sales.changed(an, "2026-01-01");
        sales.target(an, null, "2026-01-01", "2026-03-31", "30000", "USD");
        sales.target(an, null, "2026-01-01", "2026-12-31", "30000", "EUR");
        targetsChanged();
        assertThat(pay.total(an, "2026-01")).isEqualTo("0");

        jdbc.sql("update targets set currency = 'EUR' where person_id = :person and to_day = date '2026-03-31'")
                .param("person", an.value())
                .update();
        targetsChanged();

        assertThat(pay.total(an, "2026-01")).isEqualTo("2300");
        nothingIsLeftToPost();
    }

    @Test
    void theLeastOfAMonthIsPaidUpToTheRunningOneWhetherAnythingWasSoldOrNot() throws IOException {
        YearMonth now = YearMonth.now(clock);
        PlanRef plan = pay.emptyPlan("EUR");
        String from = now.minusMonths(2).atDay(1).toString();
        pay.version(plan, from, null, rules("27-cap-and-floor"));
        pay.assign(plan, an, from, null);
        assertThat(pay.total(an, now.minusMonths(1).toString())).isEqualTo("200");

        sales.won(an, "9000", "EUR", now.minusMonths(1).atDay(7).toString());
        sales.changed(an, now.minusMonths(1).atDay(7).toString());

        assertThat(pay.total(an, now.minusMonths(3).toString())).isEqualTo("0");
        assertThat(pay.total(an, now.minusMonths(2).toString())).isEqualTo("200");
        assertThat(pay.total(an, now.minusMonths(1).toString())).isEqualTo("900");
        assertThat(pay.total(an, now.toString())).isEqualTo("200");
        assertThat(pay.total(an, now.plusMonths(1).toString())).isEqualTo("0");
        nothingIsLeftToPost();
    }

    @Test
    void aMonthThatBeginsWithoutAnyChangeIsPaidInItsFirstNight() throws IOException {
        PlanRef plan = pay.plan(document("27-cap-and-floor"));
        // nobody who was there was looked at since
        jdbc.sql("insert into plan_assignments (id, plan_id, person_id, from_day) values (?, ?, ?, date '2026-01-01')")
                .params(ids.next(), plan.id(), an.value())
                .update();
        assertThat(pay.total(an, "2026-01")).isEqualTo("0");

        ((RecurringTask<Void>) newMonth).executeRecurringly(new TaskInstance<>("new-month", "here"), null);

        assertThat(pay.total(an, "2026-01")).isEqualTo("200");
        nothingIsLeftToPost();
    }

    @Test
    void dealsHaveTargetsOfTheirOwn() {
        pay.assign(pay.plan("""
                        components:
                          - name: Deals
                            measure: deals
                            quota: {}
                            target_pay: 1000
                            tiers: {on: attainment, accumulate: month, bands: [{from: 0, multiplier: 1}]}
                        """), an);
        sales.target(an, null, "DEALS", "2026-01-01", "2026-01-31", "4", null);
        sales.target(an, null, "REVENUE", "2026-01-01", "2026-01-31", "1000", "EUR");
        long deal = sales.won(an, "700", "EUR", "2026-01-05");
        sales.won(an, "900", "EUR", "2026-01-06");
        // what is left of it is still a deal
        sales.credit(deal, "300", "2026-01-10");
        sales.changed(an, "2026-01-05", "2026-01-06", "2026-01-10");

        assertThat(pay.total(an, "2026-01")).isEqualTo("500");
    }

    @Test
    void whoStartsHasTheQuotasOfTheRamp() throws IOException {
        employed("2026-01-01", null);
        pay.assign(pay.plan(document("14-ramp")), an);
        sales.won(an, "10000", "EUR", "2026-01-15");
        sales.won(an, "20000", "EUR", "2026-02-15");
        sales.won(an, "45000", "EUR", "2026-09-15");
        sales.changed(an, "2026-01-15", "2026-02-15", "2026-09-15");

        assertThat(pay.total(an, "2026-01")).isEqualTo("1000");
        assertThat(pay.total(an, "2026-02")).isEqualTo("1000");
        assertThat(pay.total(an, "2026-09")).isEqualTo("1000");
    }

    @Test
    void quotaAndTargetPayGoByTheDaysInService() throws IOException {
        employed("2019-06-01", null);
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2019-01-01", null, document("15-proration"));
        pay.assign(plan, an, "2019-01-01", null);
        sales.won(an, "469042", "EUR", "2019-08-01");
        sales.changed(an, "2019-08-01");
        assertThat(pay.total(an, "2019-08")).isEqualTo("43972.6");

        jdbc.sql("update employments set from_day = date '2019-01-01' where person_id = :person")
                .param("person", an.value())
                .update();
        transaction.executeWithoutResult(status -> context.publishEvent(new PeopleChanged(ids.next())));

        // 469,042 of 800,000 of 75,000
        assertThat(pay.total(an, "2019-08")).isEqualTo("43972.69");
        nothingIsLeftToPost();
    }

    @Test
    void quotaAndTargetPayGoByThePartOfFullTimeFromTheDayOnWhichItChanges() throws IOException {
        employed("2024-01-01", "2026-04-15");
        employed("2026-04-16", null);
        PlanRef plan = pay.plan(document("15b-part-time"));
        pay.assign(plan, an);
        sales.won(an, "10000", "EUR", "2026-04-20");
        sales.changed(an, "2026-04-20");
        assertThat(pay.total(an, "2026-04")).isEqualTo("1000");

        jdbc.sql("update employments set part_time_factor = 0.5 where person_id = :person and to_day is null")
                .param("person", an.value())
                .update();
        transaction.executeWithoutResult(status -> context.publishEvent(new PeopleChanged(ids.next())));

        // of 7,500 and 750: all of it, and a third more at one and a half
        assertThat(pay.total(an, "2026-04")).isEqualTo("1125");
        nothingIsLeftToPost();
    }

    @Test
    void whoCameBackIsInServiceFromThenOnUnderTheNewPlan() throws IOException {
        employed("2020-01-01", "2024-12-31");
        employed("2026-01-01", null);
        pay.assign(pay.plan(document("14-ramp")), an);
        sales.won(an, "10000", "EUR", "2026-01-15");
        sales.changed(an, "2026-01-15");

        assertThat(pay.total(an, "2026-01")).isEqualTo("1000");
    }

    private void nothingIsLeftToPost() {
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    private void targetsChanged() {
        transaction.executeWithoutResult(status -> context.publishEvent(new TargetsChanged(ids.next())));
    }

    private void employed(String from, @Nullable String to) {
        jdbc.sql("insert into employments (id, person_id, from_day, to_day, part_time_factor)"
                        + " values (:id, :person, :from, :to, 1)")
                .param("id", ids.next())
                .param("person", an.value())
                .param("from", PaySample.day(from))
                .param("to", to == null ? null : PaySample.day(to), java.sql.Types.DATE)
                .update();
    }

    /** Without the days and the examples, which hold on those days. */
    private static String rules(String name) throws IOException {
        String document = document(name);
        return document.substring(document.indexOf("components:"), document.indexOf("examples:"));
    }

    private static String document(String name) throws IOException {
        return Files.readString(Path.of("docs", "plans", name + ".yml"));
    }

    @OnHsqldb
    static class OnHsqldbTest extends CircumstancesContract {}

    @OnPostgres
    static class OnPostgresTest extends CircumstancesContract {}
}
