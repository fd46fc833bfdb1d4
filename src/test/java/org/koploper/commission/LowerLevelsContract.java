package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Reason;
import org.koploper.intake.Upserts;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Managers are paid on what is left of a deal when the levels below them are paid. */
abstract class LowerLevelsContract {

    /** 10 % of the own deals up to 1,000 in the year, 20 % above; managers 10 % of what is left. */
    private static final String TIERS = """
            {"components": [
              {"name": "Commission", "tiers": {"accumulate": "year", "bands": [
                {"from": "0", "to": "1000", "rate": "0.10"}, {"from": "1000", "rate": "0.20"}]}},
              {"name": "Override", "whose": "team", "less_lower_levels": true, "flat": {"rate": "0.10"}}]}
            """;

    private static final String REST = """
            {"components": [
              {"name": "Override", "whose": "team", "less_lower_levels": true, "flat": {"rate": "0.10"}}]}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    Upserts upserts;

    SalesSample sales;
    PaySample pay;
    PersonId rep;
    PersonId supervisor;
    PersonId head;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        sales.home();
        pay = new PaySample(context);
        rep = sales.person("Rep");
        supervisor = sales.person("Supervisor");
        head = sales.person("Head");
    }

    @Test
    void eachLevelIsPaidOnWhatIsLeftOfTheDeal() throws IOException {
        threeLevels();
        assign(pay.plan(Files.readString(Path.of("docs", "plans", "24-hierarchy.yml"))), head, rep, supervisor);

        long deal = won(rep, "1000", "2026-01-05");

        assertThat(pay.total(rep, "2026-01")).isEqualTo("100");
        assertThat(pay.lines(supervisor, "2026-01"))
                .containsExactly("Override D" + deal + "/" + sales.externalId(rep) + " 900 x 0.1 = 90");
        assertThat(pay.lines(head, "2026-01"))
                .containsExactly("Override D" + deal + "/" + sales.externalId(rep) + " 810 x 0.1 = 81");
        Reason reason =
                Reasons.read(pay.statement(head, "2026-01").lines().getFirst().reason());
        assertThat(reason.evaluate()).isEqualByComparingTo("81");
        assertThat(new ReasonWords(Locale.UK, PaySample.EUR).sentence(reason))
                .isEqualTo("€81.00 = (€1,000.00 less €190.00 of lower levels) × 10%");
        // what the levels below earn together, and not who of them how much
        assertThat(Reasons.write(reason))
                .contains("\"190\"")
                .doesNotContain("\"100\"")
                .doesNotContain("\"90\"");
        assertNothingWasMissed();

        sales.cancel(deal, "2026-02-10");
        sales.changed(rep, "2026-01-05", "2026-02-10");

        assertThat(List.of(pay.total(rep, "2026-02"), pay.total(supervisor, "2026-02"), pay.total(head, "2026-02")))
                .containsExactly("-100", "-90", "-81");
        assertNothingWasMissed();
    }

    @Test
    void anEarlierDealThatLiftsALaterOneIntoAnotherBandLeavesLessOfIt() {
        threeLevels();
        assign(pay.plan(TIERS), rep, supervisor);
        won(rep, "1000", "2026-06-05");
        assertThat(pay.total(supervisor, "2026-06")).as("10 % of 900").isEqualTo("90");

        won(rep, "1000", "2026-02-05");

        assertThat(pay.total(supervisor, "2026-02")).isEqualTo("90");
        assertThat(pay.total(supervisor, "2026-06")).as("10 % of 800").isEqualTo("80");
        assertNothingWasMissed();
    }

    @Test
    void whatTheSellerIsPaidUnderAnotherPlanIsTakenOffInTheCurrencyOfTheManagersPlan() {
        threeLevels();
        PlanRef krona = pay.emptyPlan("CHF");
        pay.version(krona, "2026-01-01", null, PaySample.FLAT_10);
        assign(krona, rep);
        assign(pay.plan(REST), supervisor);
        sales.won(rep, "1000", "CHF", "2026-01-05");
        sales.changed(rep, "2026-01-05");
        assertThat(pay.total(supervisor, "2026-01")).as("no rate yet").isEqualTo("0");

        Caller.asSystem(() -> upserts.apply(
                "rates", List.of(Map.of("from", "CHF", "to", "EUR", "day", "2026-01-05", "rate", "0.5"))));

        // 500 less 50
        assertThat(pay.total(supervisor, "2026-01")).isEqualTo("45");
        assertNothingWasMissed();
    }

    @Test
    void anotherPlanOfTheSellerLeavesTheManagerSomethingElse() {
        threeLevels();
        assign(pay.plan(REST), supervisor, head);
        won(rep, "1000", "2026-01-05");
        assertThat(pay.total(supervisor, "2026-01")).isEqualTo("100");
        assertThat(pay.total(head, "2026-01")).isEqualTo("90");

        assign(pay.plan(PaySample.FLAT_10), rep);

        assertThat(pay.total(supervisor, "2026-01")).isEqualTo("90");
        assertThat(pay.total(head, "2026-01")).isEqualTo("81");
        assertNothingWasMissed();
    }

    @Test
    void aBudgetOfSellersThatSomebodyElseUsesUpLeavesTheManagerMore() {
        threeLevels();
        PersonId other = sales.person("Other");
        assign(pay.plan(PaidTogetherContract.BUDGET.replace("pro-rata", "first-come")), rep, other);
        assign(pay.plan(REST), supervisor);
        won(rep, "4000", "2026-02-03");
        assertThat(pay.total(supervisor, "2026-02")).as("10 % of 3,600").isEqualTo("360");

        // not below the supervisor
        won(other, "6000", "2026-01-10");

        assertThat(pay.total(rep, "2026-02")).as("nothing is left of 500").isEqualTo("0");
        assertThat(pay.total(supervisor, "2026-02")).as("10 % of 4,000").isEqualTo("400");
        assertNothingWasMissed();
    }

    @Test
    void whoMovesToAnotherManagerLeavesTheFirstOneWhatWasSoldBefore() {
        PersonId west = sales.person("West");
        sales.reported(rep, supervisor, "2025-01-01", "2026-01-14");
        sales.reported(rep, west, "2026-01-15", null);
        assign(pay.plan(TIERS), rep, supervisor, west);
        won(rep, "1000", "2026-01-14");
        won(rep, "1000", "2026-01-15");

        assertThat(pay.total(supervisor, "2026-01")).isEqualTo("90");
        assertThat(pay.total(west, "2026-01")).isEqualTo("80");
        assertNothingWasMissed();
    }

    private void threeLevels() {
        sales.reported(supervisor, head, "2025-01-01", null);
        sales.reported(rep, supervisor, "2025-01-01", null);
    }

    private void assign(PlanRef plan, PersonId... payees) {
        for (PersonId payee : payees) {
            pay.assign(plan, payee);
        }
    }

    private long won(PersonId seller, String value, String day) {
        long deal = sales.won(seller, value, "EUR", day);
        sales.changed(seller, day);
        return deal;
    }

    /** Change by change is as much as all at once. */
    private void assertNothingWasMissed() {
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @OnHsqldb
    static class OnHsqldbTest extends LowerLevelsContract {}

    @OnPostgres
    static class OnPostgresTest extends LowerLevelsContract {}
}
