package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.intake.Upserts;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Managers are paid on what is sold below them, by the reporting line of the day. */
abstract class TeamPayContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CommissionRun run;

    @Autowired
    Upserts upserts;

    SalesSample sales;
    PaySample pay;
    PersonId an;
    PersonId bram;
    PersonId north;
    PersonId south;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        sales.home();
        pay = new PaySample(context);
        an = sales.person("An");
        bram = sales.person("Bram");
        north = sales.person("North");
        south = sales.person("South");
    }

    @Test
    void aMemberWhoMovesCountsForTheOldManagerUntilThatDay() throws IOException {
        sales.reported(an, north, "2025-01-01", "2026-01-14");
        sales.reported(an, south, "2026-01-15", null);
        override("USD", an, north, south);
        long first = sales.won(an, "1000", "USD", "2026-01-14");
        sales.won(an, "2000", "USD", "2026-01-15");
        sales.changed(an, "2026-01-14", "2026-01-15");

        assertThat(pay.total(north, "2026-01")).isEqualTo("30");
        assertThat(pay.total(south, "2026-01")).isEqualTo("60");
        assertThat(pay.total(an, "2026-01")).isEqualTo("300");
        assertThat(pay.lines(north, "2026-01"))
                .containsExactly("Override D" + first + "/" + sales.externalId(an) + " 1000 x 0.03 = 30");

        sales.cancel(first, "2026-02-10");
        sales.changed(an, "2026-01-14", "2026-02-10");

        // what is taken back is taken back from whoever was paid for it
        assertThat(pay.total(north, "2026-02")).isEqualTo("-30");
        assertThat(pay.total(south, "2026-02")).isEqualTo("0");
        assertNothingWasMissed();
    }

    @Test
    void oneLevelBelowIsChosenAndTwoAreNot() throws IOException {
        sales.reported(bram, south, "2025-01-01", null);
        sales.reported(an, bram, "2025-01-01", null);
        override("EUR", an, bram, south);
        sales.won(an, "1000", "EUR", "2026-01-05");
        sales.won(bram, "100", "EUR", "2026-01-05");
        sales.changed(an, "2026-01-05");
        sales.changed(bram, "2026-01-05");

        assertThat(pay.total(bram, "2026-01")).isEqualTo("40");
        assertThat(pay.total(south, "2026-01")).isEqualTo("3");
        assertNothingWasMissed();
    }

    @Test
    void togetherTheTeamPassesAThresholdThatNobodyPassesAlone() throws IOException {
        sales.reported(an, north, "2025-01-01", null);
        sales.reported(bram, north, "2025-01-01", null);
        pay.assign(pay.plan(document("23b-override-threshold")), north);
        sales.won(an, "150000", "EUR", "2026-01-05");
        sales.changed(an, "2026-01-05");
        // An alone: 150,000 - 100,000 at 2 %
        assertThat(pay.total(north, "2026-01")).isEqualTo("1000");

        sales.won(bram, "90000", "EUR", "2026-02-05");
        sales.changed(bram, "2026-02-05");

        // Bram alone nothing, both together 240,000 - 200,000 of the quarter at 2 %
        assertThat(pay.total(north, "2026-02")).isEqualTo("800");
        assertNothingWasMissed();
    }

    @Test
    void anotherManagerIsAnotherPayFromThatDayOn() throws IOException {
        sales.reported(bram, south, "2025-01-01", null);
        override("EUR", north, south);
        sales.won(an, "1000", "EUR", "2026-01-05");
        sales.changed(an, "2026-01-05");
        assertThat(pay.total(north, "2026-01")).isEqualTo("0");

        write(Map.of("externalId", sales.externalId(an), "manager", sales.externalId(north)));

        assertThat(pay.total(north, "2026-01")).isEqualTo("30");
        assertNothingWasMissed();
    }

    @Test
    void dealsOfTheTeamInAnotherCurrencyWaitForTheirRate() throws IOException {
        String krona = "SEK";
        sales.reported(an, north, "2025-01-01", null);
        override("EUR", north);
        sales.won(an, "1000", krona, "2026-01-05");
        sales.changed(an, "2026-01-05");
        assertThat(pay.total(north, "2026-01")).isEqualTo("0");

        Caller.asSystem(() -> upserts.apply(
                "rates", List.of(Map.of("from", krona, "to", "EUR", "day", "2026-01-05", "rate", "0.1"))));

        assertThat(pay.total(north, "2026-01")).isEqualTo("3");
        assertNothingWasMissed();
    }

    private void override(String currency, PersonId... payees) throws IOException {
        PlanRef plan = pay.emptyPlan(currency);
        pay.version(plan, "2026-01-01", null, document("23-override").replace("USD", currency));
        for (PersonId payee : payees) {
            pay.assign(plan, payee);
        }
    }

    private static String document(String name) throws IOException {
        return Files.readString(Path.of("docs", "plans", name + ".yml"));
    }

    private void write(Map<String, Object> fields) {
        Caller.asSystem(() -> upserts.apply("people", List.of(fields)));
    }

    /** Change by change is as much as all at once. */
    private void assertNothingWasMissed() {
        List<PersonId> payees = List.of(an, bram, north, south);
        Map<PersonId, Map<String, BigDecimal>> before = new java.util.HashMap<>();
        payees.forEach(payee -> before.put(payee, pay.nets(payee)));
        Caller.asSystem(() -> run.all());
        payees.forEach(payee -> assertThat(pay.nets(payee)).isEqualTo(before.get(payee)));
    }

    @OnHsqldb
    static class OnHsqldbTest extends TeamPayContract {}

    @OnPostgres
    static class OnPostgresTest extends TeamPayContract {}
}
