package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.ledger.Lacking;
import org.koploper.ledger.Lacking.Missing;
import org.koploper.ledger.Lacking.What;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What keeps a month from being closed: lines that would pay as soon as something is known. */
abstract class LackingContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    Lacking lacking;

    @Autowired
    CommissionRun run;

    SalesSample sales;
    PaySample pay;
    PersonId rep;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
        rep = sales.person("Lacking");
    }

    @Test
    void aDealThatWaitsForItsExchangeRateIsFoundUntilTheRateIsKnown() {
        pay.assign(pay.plan(PaySample.FLAT_5), rep);
        long deal = sales.won(rep, "100", "NOK", "2034-03-05");
        sales.won(rep, "100", "EUR", "2034-04-05");
        sales.changed(rep, "2034-03-05", "2034-04-05");

        assertThat(in("2034-03")).contains(new Missing(rep, What.RATE, "D" + deal));
        assertThat(in("2034-04")).isEmpty();

        sales.rate("NOK", "EUR", "2034-03-01", "0.09");
        Caller.asSystem(() -> run.all());

        assertThat(in("2034-03")).isEmpty();
    }

    @Test
    void aPlanThatPaysByOwnTargetsWaitsForThem() {
        pay.assign(pay.plan("""
                {"components": [{"name": "Goal", "quota": {},
                  "tiers": {"on": "attainment", "accumulate": "period", "bands": [{"from": "0", "rate": "0.1"}]}}]}
                """), rep);
        long deal = sales.won(rep, "100", "EUR", "2035-03-05");
        sales.changed(rep, "2035-03-05");

        assertThat(in("2035-03")).contains(new Missing(rep, What.QUOTA, "D" + deal));
    }

    private Optional<Missing> in(String month) {
        return lacking.in(YearMonth.parse(month));
    }

    @OnHsqldb
    static class OnHsqldbTest extends LackingContract {}

    @OnPostgres
    static class OnPostgresTest extends LackingContract {}
}
