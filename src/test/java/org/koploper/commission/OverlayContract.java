package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A specialist is credited with a deal on top of those who share it, and nobody counts that deal twice. */
abstract class OverlayContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    Upserts upserts;

    @Autowired
    JdbcClient jdbc;

    SalesSample sales;
    PaySample pay;
    PersonId an;
    PersonId bo;
    PersonId cy;

    @BeforeEach
    void people() throws IOException {
        sales = new SalesSample(context);
        sales.home();
        pay = new PaySample(context);
        an = sales.person("An");
        bo = sales.person("Bo");
        cy = sales.person("Cy");
        PlanRef plan = pay.plan(Files.readString(Path.of("docs", "plans", "22-overlay.yml")));
        List.of(an, bo, cy).forEach(payee -> pay.assign(plan, payee));
    }

    @Test
    void thoseWhoShareADealHaveItWholeAndTheSpecialistHasMoreOnTop() {
        String deal = write("100000", sales.externalId(an) + ":60;" + sales.externalId(bo) + ":40", "60");

        assertThat(pay.total(an, "2026-03")).isEqualTo("6000");
        assertThat(pay.total(bo, "2026-03")).isEqualTo("4000");
        assertThat(pay.lines(cy, "2026-03")).containsExactly("Specialist " + deal + " 60000 x 0.01 = 600");
        Reason reason =
                Reasons.read(pay.statement(cy, "2026-03").lines().getFirst().reason());
        assertThat(reason.evaluate()).isEqualByComparingTo("600");
        assertThat(new ReasonWords(Locale.UK, PaySample.EUR).sentence(reason)).contains("60% of €100,000.00 on top");
        assertNothingWasMissed();
    }

    @Test
    void noTotalOfWhatWasSoldCountsThatDealTwice() {
        write("100000", null, "100");

        assertThat(jdbc.sql("select sum(amount) from daily_totals where measure = 'REVENUE' and person_id in (:people)")
                        .param("people", List.of(an.value(), bo.value(), cy.value()))
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("100000");
        assertThat(pay.total(cy, "2026-03")).isEqualTo("1000");
    }

    @Test
    void whoIsCreditedNoLongerLosesItAndWhoIsCreditedMoreGetsMore() {
        String deal = write("100000", null, "60");

        change(deal, sales.externalId(bo) + ":25");

        assertThat(pay.total(cy, "2026-03")).isEqualTo("0");
        assertThat(pay.total(bo, "2026-03")).isEqualTo("250");
        assertThat(pay.total(an, "2026-03")).isEqualTo("10000");
        change(deal, null);
        assertThat(pay.total(bo, "2026-03")).isEqualTo("0");
        assertNothingWasMissed();
    }

    @Test
    void theBudgetOfSpecialistsIsSpentByThoseWhoComeFirst() {
        write("300000", null, "100");
        assertThat(pay.total(cy, "2026-03")).as("2,000 and 2,000 of 2,500").isEqualTo("2500");
        assertNothingWasMissed();
    }

    @Test
    void aCancellationTakesItBackOnItsOwnDay() {
        long deal = sales.won(an, "10000", "EUR", "2026-03-10");
        sales.overlay(deal, cy, "0.5");
        sales.changed(cy, "2026-03-10");
        assertThat(pay.total(cy, "2026-03")).isEqualTo("50");

        Caller.asSystem(() -> upserts.apply(
                "deals",
                List.of(Map.of(
                        "externalId",
                        "D" + deal,
                        "stage",
                        "cancelled",
                        "cancelledOn",
                        "2026-04-02",
                        "owner",
                        sales.externalId(an)))));

        assertThat(pay.total(cy, "2026-03")).isEqualTo("50");
        assertThat(pay.lines(cy, "2026-04")).containsExactly("Specialist D" + deal + "/cancelled -5000 x 0.01 = -50");
        assertNothingWasMissed();
    }

    @Test
    void aCreditNoteReachesTheSpecialistToo() {
        long deal = sales.won(an, "10000", "EUR", "2026-03-10");
        sales.overlay(deal, cy, "0.5");
        sales.changed(cy, "2026-03-10");

        Caller.asSystem(() -> upserts.apply(
                "credit-notes",
                List.of(Map.of(
                        "externalId",
                        "N" + deal,
                        "deal",
                        "D" + deal,
                        "creditedOn",
                        "2026-03-20",
                        "amount",
                        "4000",
                        "currency",
                        "EUR"))));

        assertThat(pay.total(cy, "2026-03")).isEqualTo("30");
        assertNothingWasMissed();
    }

    private String write(String value, @Nullable String splits, String percent) {
        Map<String, Object> deal = deal(value, splits, percent);
        Caller.asSystem(() -> upserts.apply("deals", List.of(deal)));
        return deal.get("externalId").toString();
    }

    private Map<String, Object> deal(String value, @Nullable String splits, String percent) {
        Map<String, Object> deal = new HashMap<>(Map.of(
                "externalId",
                "V-" + sales.newBatch(),
                "owner",
                sales.externalId(an),
                "stage",
                "won",
                "closedOn",
                "2026-03-10",
                "value",
                value,
                "currency",
                "EUR",
                "overlays",
                sales.externalId(cy) + ":" + percent));
        if (splits != null) {
            deal.put("splits", splits);
        }
        return deal;
    }

    private void change(String deal, @Nullable String overlays) {
        Map<String, Object> fields = new HashMap<>(Map.of("externalId", deal));
        fields.put("overlays", overlays);
        Caller.asSystem(() -> upserts.apply("deals", List.of(fields)));
    }

    /** Change by change is as much as all at once. */
    private void assertNothingWasMissed() {
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @OnHsqldb
    static class OnHsqldbTest extends OverlayContract {}

    @OnPostgres
    static class OnPostgresTest extends OverlayContract {}
}
