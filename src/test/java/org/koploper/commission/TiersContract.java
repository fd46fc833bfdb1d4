package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Label;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Where somebody stands on the tiers, and that it is where the engine says. */
abstract class TiersContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    Tiers tiers;

    private SalesSample sales;
    private PaySample pay;
    private PersonId rep;

    @BeforeEach
    void prepare() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
        rep = sales.person("Rep");
    }

    @Test
    void theDistanceToTheNextTierIsWhatIsMissingInTheYear() {
        pay.assign(pay.plan(PaySample.TIERS_OF_THE_YEAR), rep);
        sell("1000", "2026-02-10");
        sell("2000.50", "2026-03-10");

        TierStand stand = stand("2026-03");

        assertThat(stand.position()).isEqualByComparingTo("3000.50");
        assertThat(stand.window()).hasToString("2026");
        assertThat(stand.toNext())
                .hasValueSatisfying(missing -> assertThat(missing).isEqualByComparingTo("1999.50"));
        assertThat(stand.here().rate()).isEqualByComparingTo("0.10");
        assertThat(stand("2026-02").position()).as("only up to that month").isEqualByComparingTo("1000");
    }

    @Test
    void exactlyOnTheBoundIsTheTierThatThePlanSays() {
        pay.assign(pay.plan(PaySample.TIERS_OF_THE_YEAR), rep);
        PersonId lower = sales.person("Lower");
        pay.assign(pay.plan(PaySample.TIERS_OF_THE_YEAR.replace("upper", "lower")), lower);
        sell("5000", "2026-03-10");
        sales.won(lower, "5000", "EUR", "2026-03-10");
        sales.changed(lower, "2026-03-10");

        assertThat(stand("2026-03").here().rate()).isEqualByComparingTo("0.12");
        assertThat(stand("2026-03").next()).isEmpty();
        TierStand below = of(lower, "2026-03").getFirst();
        assertThat(below.here().rate()).isEqualByComparingTo("0.10");
        assertThat(below.toNext())
                .hasValueSatisfying(missing -> assertThat(missing).isEqualByComparingTo("0"));
    }

    @Test
    void beyondTheLastTierThereIsNoNextOneAndBelowZeroTheFirstIsFurtherAway() {
        pay.assign(pay.plan(PaySample.TIERS_OF_THE_YEAR), rep);
        long deal = sell("9000", "2026-03-10");
        assertThat(stand("2026-03").toNext()).isEmpty();

        sales.credit(deal, "9000", "2026-03-11");
        sales.credit(sell("1", "2025-12-31"), "101", "2026-03-12");
        sales.changed(rep, "2026-03-11", "2026-03-12");
        assertThat(stand("2026-03").position()).isEqualByComparingTo("-101");
        assertThat(stand("2026-03").toNext())
                .hasValueSatisfying(missing -> assertThat(missing).isEqualByComparingTo("5101"));
    }

    @Test
    void itIsThePositionAfterTheLastDealOfTheStatement() {
        pay.assign(pay.plan(PaySample.TIERS_OF_THE_YEAR), rep);
        long shared = sell("4000", "2026-03-10");
        sales.share(shared, rep, "0.6");
        sales.share(shared, sales.person("Other"), "0.4");
        sell("777.77", "2026-03-20");
        sales.changed(rep, "2026-03-10", "2026-03-20");

        BigDecimal last = pay.statement(rep, "2026-03").lines().stream()
                .map(line -> ReasonWords.find(Reasons.read(line.reason()), Label.POSITION_AFTER))
                .filter(java.util.Objects::nonNull)
                .map(org.koploper.commission.engine.Reason::result)
                .max(BigDecimal::compareTo)
                .orElseThrow();
        assertThat(stand("2026-03").position()).isEqualByComparingTo(last).isEqualByComparingTo("3177.77");
    }

    @Test
    void aFlatRateIsOneTierAndNoPlanIsNone() {
        assertThat(of(rep, "2026-03")).isEmpty();

        pay.assign(pay.plan(PaySample.FLAT_5), rep);
        assertThat(stand("2026-03").tiers()).hasSize(1);
        assertThat(stand("2026-03").window()).isNull();
        assertThat(stand("2026-03").next()).isEmpty();
    }

    private long sell(String value, String day) {
        long deal = sales.won(rep, value, "EUR", day);
        sales.changed(rep, day);
        return deal;
    }

    private TierStand stand(String month) {
        return of(rep, month).getFirst();
    }

    private List<TierStand> of(PersonId person, String month) {
        return Caller.asSystem(() -> tiers.of(person, YearMonth.parse(month)));
    }

    @OnHsqldb
    static class OnHsqldbTest extends TiersContract {}

    @OnPostgres
    static class OnPostgresTest extends TiersContract {}
}
