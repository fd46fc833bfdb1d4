package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Reason;
import org.koploper.intake.Upserts;
import org.koploper.ledger.Lacking;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Pay by what the goods cost, and by what a manager judges: both arrive as records, and nothing is guessed before. */
abstract class CostsAndScoresContract {

    private static final String MARGIN = """
            {"components": [{"name": "Margin", "measure": "margin", "flat": {"rate": "0.20"}}]}
            """;
    private static final String SCORECARD = """
            {"components": [{"name": "Objectives", "target_pay": "4000", "scorecard": {"accumulate": "quarter",
              "objectives": [{"name": "Launch", "weight": "0.6"}, {"name": "Training", "weight": "0.4"}]}}]}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    Upserts upserts;

    @Autowired
    Lacking lacking;

    @Autowired
    Ids ids;

    SalesSample sales;
    PaySample pay;
    PersonId an;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        sales.home();
        pay = new PaySample(context);
        an = sales.person("An");
    }

    @Test
    void aDealWaitsUntilItIsKnownWhatItCosts() {
        pay.assign(pay.plan(MARGIN), an);
        String oven = product();
        long deal = sales.won(an, "1000", "EUR", "2036-03-05");
        sales.changed(an, "2036-03-05");

        assertThat(pay.total(an, "2036-03")).isEqualTo("0");
        assertThat(said("2036-03"))
                .isEqualTo("Not paid yet: it is not known what deal D" + deal
                        + " costs. Say what was sold, and what that costs in the currency of the deal");
        assertThat(lacking.in(YearMonth.of(2036, 3))).contains(new Lacking.Missing(an, Lacking.What.COST, "D" + deal));

        line(deal, oven, "2");
        assertThat(pay.total(an, "2036-03")).as("sold, at an unknown cost").isEqualTo("0");

        cost(oven, "2036-01-01", "300");

        // (1,000 - 2 × 300) at 20 %
        assertThat(pay.total(an, "2036-03")).isEqualTo("80");
        assertThat(lacking.in(YearMonth.of(2036, 3))).isEmpty();
        assertNothingWasMissed();
    }

    @Test
    void aNewCostHoldsFromItsDayOnAndLeavesEarlierDealsAsTheyWere() {
        pay.assign(pay.plan(MARGIN), an);
        String oven = product();
        write("products", Map.of("externalId", oven, "cost", "500", "currency", "EUR"));
        long first = sales.won(an, "1000", "EUR", "2026-03-05");
        long second = sales.won(an, "1000", "EUR", "2026-04-01");
        line(first, oven, "1");
        line(second, oven, "1");
        sales.changed(an, "2026-03-05", "2026-04-01");
        assertThat(pay.total(an, "2026-04")).isEqualTo("100");

        cost(oven, "2026-04-01", "900");

        assertThat(pay.total(an, "2026-03")).isEqualTo("100");
        assertThat(pay.total(an, "2026-04")).isEqualTo("20");
        assertNothingWasMissed();
    }

    @Test
    void whatIsTakenBackNeverTakesMoreMarginThanThereWas() {
        pay.assign(pay.plan(MARGIN), an);
        String oven = product();
        write("products", Map.of("externalId", oven, "cost", "500", "currency", "EUR"));
        long deal = sales.won(an, "1000", "EUR", "2026-03-05");
        line(deal, oven, "1");
        sales.credit(deal, "800", "2026-04-02");
        sales.cancel(deal, "2026-05-02");
        sales.changed(an, "2026-03-05", "2026-04-02", "2026-05-02");

        assertThat(pay.total(an, "2026-03")).isEqualTo("100");
        assertThat(pay.total(an, "2026-04")).isEqualTo("-80");
        assertThat(pay.total(an, "2026-05")).isEqualTo("-20");
        assertNothingWasMissed();
    }

    @Test
    void aCostInAnotherCurrencyThanTheDealsIsNotKnown() {
        pay.assign(pay.plan(MARGIN), an);
        String oven = product();
        write("products", Map.of("externalId", oven, "cost", "500", "currency", "USD"));
        long deal = sales.won(an, "1000", "EUR", "2026-03-05");
        line(deal, oven, "1");
        sales.changed(an, "2026-03-05");

        assertThat(pay.total(an, "2026-03")).isEqualTo("0");
    }

    @Test
    void objectivesArePaidAsTheyAreScoredAtTheEndOfTheQuarter() {
        pay.assign(pay.plan(SCORECARD), an);
        String launch = "S" + ids.next();
        score(launch, "Launch", "1.25");

        // 4,000 × 60 % × 1.25, and what is not scored waits
        assertThat(pay.total(an, "2026-03")).isEqualTo("3000");
        assertThat(pay.total(an, "2026-02")).isEqualTo("0");
        assertThat(lacking.in(YearMonth.of(2026, 3)).orElseThrow().what()).isEqualTo(Lacking.What.SCORE);
        assertThat(pay.statement(an, "2026-03").lines().stream()
                        .map(line -> sentence(line.reason()))
                        .toList())
                .contains("Not paid yet: objective Training is not scored");

        score("S" + ids.next(), "Training", "0");
        assertThat(pay.total(an, "2026-03")).isEqualTo("3000");

        score(launch, "Launch", "1");
        assertThat(pay.total(an, "2026-03")).isEqualTo("2400");
        assertNothingWasMissed();
    }

    private String product() {
        String oven = "Oven" + ids.next();
        write("products", Map.of("externalId", oven, "name", "Oven"));
        return oven;
    }

    private void line(long deal, String product, String quantity) {
        write(
                "lines",
                Map.of(
                        "externalId",
                        "L" + ids.next(),
                        "deal",
                        "D" + deal,
                        "product",
                        product,
                        "quantity",
                        quantity,
                        "unitPrice",
                        "500"));
    }

    private void cost(String product, String from, String cost) {
        write(
                "product-costs",
                Map.of(
                        "externalId",
                        product + from,
                        "product",
                        product,
                        "from",
                        from,
                        "cost",
                        cost,
                        "currency",
                        "EUR"));
    }

    private void score(String id, String objective, String score) {
        write(
                "scores",
                Map.of(
                        "externalId",
                        id,
                        "person",
                        sales.externalId(an),
                        "objective",
                        objective,
                        "from",
                        "2026-01-01",
                        "to",
                        "2026-03-31",
                        "score",
                        score));
    }

    private String said(String month) {
        return sentence(pay.statement(an, month).lines().getFirst().reason());
    }

    private static String sentence(String reason) {
        Reason read = Reasons.read(reason);
        return ReasonWords.of(Locale.UK, PaySample.EUR, read).sentence(read);
    }

    private void write(String kind, Map<String, Object> fields) {
        Caller.asSystem(() -> upserts.apply(kind, List.of(fields)));
    }

    private void assertNothingWasMissed() {
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @OnHsqldb
    static class OnHsqldbTest extends CostsAndScoresContract {}

    @OnPostgres
    static class OnPostgresTest extends CostsAndScoresContract {}
}
