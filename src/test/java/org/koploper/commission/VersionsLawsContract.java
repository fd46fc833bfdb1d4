package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.ledger.PayMonth;
import org.koploper.ledger.PeriodClose;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Versions of a plan that say the same pay, on every statement and whatever happened and was closed in between, what one
 * version throughout does.
 */
abstract class VersionsLawsContract {

    private static final YearMonth START = YearMonth.of(2025, 1);
    private static final String EVERYTHING = """
            {"components": [
               {"name": "Commission", "tiers": {"accumulate": "quarter", "bands": [
                  {"from": "0", "to": "2000", "rate": "0.08"}, {"from": "2000", "rate": "0.12"}]},
                "limits": {"most": "400", "over": "quarter", "beyond": "carried"}},
               {"name": "Extra", "flat": {"rate": "0.01"}, "limits": {"most": "60", "over": "year"}}],
             "pay": {"release": {"now": "0.5", "after": [1, 3]}, "clawback": {"term": 12},
                     "draw": {"name": "Draw", "kind": "from-excess", "amount": "100", "months": 8},
                     "holdback": {"name": "Kept", "share": "0.20", "months": 2}, "debt": "carried"}}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    PeriodClose close;

    @Autowired
    Clock clock;

    SalesSample sales;
    PaySample pay;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @RepeatedTest(3)
    void versionsThatSayTheSamePayWhatOneVersionThroughoutDoes(RepetitionInfo repetition) {
        long seed = 20_261_127L + 10 * repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        PersonId once = sales.person("Once");
        PersonId split = sales.person("Split");
        on(once, List.of(START));
        TreeSet<YearMonth> starts = new TreeSet<>(List.of(START));
        while (starts.size() < 4) {
            starts.add(START.plusMonths(random.nextInt(1, 20)));
        }
        on(split, List.copyOf(starts));

        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            happens(random, once, split, deals);
            if (random.nextInt(6) == 0) {
                closeNext();
            }
        }

        for (YearMonth month = START; !month.isAfter(YearMonth.now(clock)); month = month.plusMonths(1)) {
            assertThat(pay.statement(split, month.toString()).total())
                    .as("seed %s, versions from %s, %s", seed, starts, month)
                    .isEqualByComparingTo(pay.statement(once, month.toString()).total());
        }
        assertThat(new TreeMap<>(pay.nets(split)).keySet())
                .as("a later version settles, seed %s", seed)
                .anyMatch(key -> key.contains("/4|"));
        assertThat(Caller.asSystem(() -> run.all()))
                .as("a full run, seed %s", seed)
                .isZero();
    }

    private void on(PersonId rep, List<YearMonth> starts) {
        PlanRef plan = pay.emptyPlan("EUR");
        starts.forEach(start -> pay.version(plan, start.atDay(1).toString(), null, EVERYTHING));
        pay.assign(plan, rep, START.atDay(1).toString(), null);
    }

    private record Deal(long once, long split, LocalDate won) {}

    /** The same to both. */
    private void happens(Random random, PersonId once, PersonId split, List<Deal> deals) {
        String day;
        if (deals.size() < 3 || random.nextInt(4) > 0) {
            LocalDate won = START.atDay(1).plusDays(random.nextInt(600));
            String value = Integer.toString(random.nextInt(100, 4_000));
            day = won.toString();
            deals.add(new Deal(sales.won(once, value, day), sales.won(split, value, day), won));
        } else {
            Deal deal = deals.remove(random.nextInt(deals.size()));
            day = deal.won().plusDays(random.nextInt(300)).toString();
            sales.cancel(deal.once(), day);
            sales.cancel(deal.split(), day);
        }
        sales.changed(once, day);
        sales.changed(split, day);
    }

    private void closeNext() {
        Caller.asSystem(() -> close.months()).stream()
                .filter(month -> month.state() == PayMonth.State.CLOSABLE)
                .findFirst()
                .ifPresent(month -> Caller.asSystem(() -> close.close(month.month(), month.totals())));
    }

    @OnHsqldb
    @TestPropertySource(properties = "koploper.test=versions-laws")
    static class OnHsqldbTest extends VersionsLawsContract {}

    @OnPostgres
    @TestPropertySource(properties = "koploper.test=versions-laws")
    static class OnPostgresTest extends VersionsLawsContract {}
}
