package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Reason;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one person is paid depends on what others of the plan earn or reach: budgets for all, rankings. */
abstract class PaidTogetherContract {

    /** 10 % of what is sold, and no more than 500 for all in a quarter. */
    static final String BUDGET = """
            {"components": [{"name": "Campaign", "flat": {"rate": "0.10"},
              "limits": {"budget": {"amount": "500", "over": "quarter", "overrun": "pro-rata"}}}]}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    SalesSample sales;
    PaySample pay;
    PersonId an;
    PersonId bo;
    PersonId cy;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
        an = sales.person("An");
        bo = sales.person("Bo");
        cy = sales.person("Cy");
    }

    @Test
    void beyondTheBudgetAllAreCutByOnePartWhoeverSoldTheDealThatWentBeyondIt() {
        PlanRef campaign = pay.plan(BUDGET);
        List.of(an, bo).forEach(payee -> pay.assign(campaign, payee));
        pay.assign(pay.plan(BUDGET), cy);
        won(cy, "4000", "2026-02-03");
        won(an, "4000", "2026-02-03");
        assertThat(pay.total(an, "2026-02")).isEqualTo("400");

        long deal = won(bo, "3000", "2026-03-03");

        // 700 earned of 500: four and three sevenths of it, and what An had is cut when Bo sells
        assertThat(pay.total(an, "2026-02")).isEqualTo("400");
        assertThat(pay.total(an, "2026-03")).isEqualTo("-114.29");
        assertThat(pay.total(bo, "2026-03")).isEqualTo("214.29");
        assertThat(pay.total(cy, "2026-02")).as("another plan, another budget").isEqualTo("400");
        assertNothingWasMissed();

        sales.cancel(deal, "2026-03-20");
        sales.changed(bo, "2026-03-03", "2026-03-20");

        assertThat(pay.total(an, "2026-03")).isEqualTo("0");
        assertThat(pay.total(bo, "2026-03")).isEqualTo("0");
        assertNothingWasMissed();
    }

    @Test
    void nobodyReadsWhatEachOfTheOthersHasEarned() {
        PlanRef campaign = pay.plan(BUDGET);
        List.of(an, bo, cy).forEach(payee -> pay.assign(campaign, payee));
        won(an, "1000", "2026-02-03");
        won(bo, "3000", "2026-02-04");
        won(cy, "6000", "2026-02-05");

        String reasons = pay.statement(an, "2026-02").lines().stream()
                .map(line -> line.reason())
                .reduce("", String::concat);
        assertThat(pay.total(an, "2026-02")).isEqualTo("50");
        assertThat(reasons).contains("\"900\"").doesNotContain("\"300\"").doesNotContain("\"600\"");
        pay.statement(an, "2026-02").lines().forEach(line -> {
            Reason reason = Reasons.read(line.reason());
            assertThat(reason.evaluate()).isEqualByComparingTo(line.amount());
            assertThat(new ReasonWords(Locale.UK, PaySample.EUR).sentence(reason))
                    .isNotBlank();
        });
    }

    @Test
    void whoLeavesIsCutUntilTheBudgetEndsAndWhoComesSharesItFromThenOn() {
        PlanRef campaign = pay.plan(BUDGET);
        Assignment leaving = pay.assign(campaign, an);
        won(an, "4000", "2026-01-10");
        won(bo, "6000", "2026-02-10");
        assertThat(pay.total(bo, "2026-02")).isEqualTo("0");

        pay.end(leaving, "2026-01-31");
        pay.assign(campaign, bo, "2026-02-01", null);

        // 1,000 earned of 500
        assertThat(pay.total(an, "2026-01")).isEqualTo("400");
        assertThat(pay.total(an, "2026-02")).isEqualTo("-200");
        assertThat(pay.total(bo, "2026-02")).isEqualTo("300");
        assertThat(pay.total(an, "2026-03")).isEqualTo("0");
        assertNothingWasMissed();
    }

    @Test
    void whoLeftIsCutByWhatWasEarnedUntilThenAndByNoScoreOfLater() {
        PlanRef campaign = pay.plan("""
                {"components": [{"name": "Objectives", "target_pay": "800",
                  "scorecard": {"accumulate": "quarter", "objectives": [{"name": "Launch", "weight": "1"}]},
                  "limits": {"budget": {"amount": "1000", "over": "year"}}}]}
                """);
        scored(an, "2026-01-01", "2026-03-31");
        scored(an, "2026-04-01", "2026-06-30");
        scored(bo, "2026-04-01", "2026-06-30");
        pay.assign(campaign, an, "2026-01-01", "2026-04-30");
        pay.assign(campaign, bo);

        assertThat(pay.total(an, "2026-03")).isEqualTo("800");
        // 1,600 earned of 1,000
        assertThat(pay.total(an, "2026-06")).isEqualTo("-300");
        assertThat(pay.total(bo, "2026-06")).isEqualTo("500");
        assertNothingWasMissed();
    }

    private void scored(PersonId person, String from, String to) {
        jdbc.sql("insert into scores (id, external_id, person_id, objective, from_day, to_day, score, version)"
                        + " values (:id, :externalId, :person, 'Launch', :from, :to, 1, 0)")
                .param("id", ids.next())
                .param("externalId", person + "/" + from)
                .param("person", person.value())
                .param("from", PaySample.day(from))
                .param("to", PaySample.day(to))
                .update();
    }

    @Test
    void firstComeIsPaidFirstWheneverADealIsKnown() throws IOException {
        PlanRef plan = pay.plan(document("25c-spiff-first-come"));
        List.of(an, bo).forEach(payee -> pay.assign(plan, payee));
        won(an, "1", "2026-03-01");
        won(bo, "1", "2026-02-05");
        won(bo, "1", "2026-04-05");
        assertThat(pay.total(bo, "2026-04")).isEqualTo("50");

        won(an, "1", "2026-01-05");

        assertThat(pay.total(an, "2026-01")).isEqualTo("100");
        assertThat(pay.total(bo, "2026-02")).isEqualTo("100");
        assertThat(pay.total(an, "2026-03")).isEqualTo("50");
        assertThat(pay.total(bo, "2026-04")).isEqualTo("0");
        assertNothingWasMissed();
    }

    @Test
    void aDealOfSomebodyElseTakesThePlaceInTheRanking() throws IOException {
        PlanRef race = pay.plan(document("26-ranking"));
        List.of(an, bo, cy).forEach(payee -> pay.assign(race, payee));
        won(an, "100", "2026-02-03");
        won(an, "100", "2026-02-04");
        won(bo, "100", "2026-02-03");
        assertThat(totals("2026-03")).isEqualTo(Map.of("an", "1000", "bo", "500", "cy", "0"));

        won(cy, "100", "2026-03-31");
        // level at the second place: what second and third win, by two
        assertThat(totals("2026-03")).isEqualTo(Map.of("an", "1000", "bo", "350", "cy", "350"));

        won(cy, "100", "2026-03-01");
        won(cy, "100", "2026-03-01");
        assertThat(totals("2026-03")).isEqualTo(Map.of("an", "500", "bo", "200", "cy", "1000"));
        assertNothingWasMissed();
    }

    private Map<String, String> totals(String month) {
        Map<String, String> totals = new TreeMap<>();
        totals.put("an", pay.total(an, month));
        totals.put("bo", pay.total(bo, month));
        totals.put("cy", pay.total(cy, month));
        return totals;
    }

    private long won(PersonId seller, String value, String day) {
        long deal = sales.won(seller, value, "EUR", day);
        sales.changed(seller, day);
        return deal;
    }

    private static String document(String name) throws IOException {
        return Files.readString(Path.of("docs", "plans", name + ".yml"));
    }

    /** Change by change is as much as all at once. */
    private void assertNothingWasMissed() {
        List<PersonId> payees = List.of(an, bo, cy);
        Map<PersonId, Map<String, BigDecimal>> before = new java.util.HashMap<>();
        payees.forEach(payee -> before.put(payee, pay.nets(payee)));
        Caller.asSystem(() -> run.all());
        payees.forEach(payee -> assertThat(pay.nets(payee)).isEqualTo(before.get(payee)));
    }

    @OnHsqldb
    static class OnHsqldbTest extends PaidTogetherContract {}

    @OnPostgres
    static class OnPostgresTest extends PaidTogetherContract {}
}
