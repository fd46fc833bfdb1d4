package org.koploper.bench;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.CommissionRun;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealView;
import org.koploper.storage.Ids;
import org.koploper.storage.Statistics;
import org.koploper.testing.As;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the pay of a thousand people on a million deals of one year (or as many as {@code bench.rows} says) and keeps
 * every line with its reason in the ledger, beside what the database needs at least; then changes deals one at a time, which
 * is a day in the life of the product. Not part of the tests: see docs/performance.md.
 */
class RunBenchmark {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int PEOPLE = 1_000;
    private static final int SMALLER = 10;
    private static final int TEAM = 10;
    private static final int YEAR = 365;
    private static final int BATCH = 1_000;
    private static final int CHANGES = 60;
    private static final int WARM_UPS = 20;
    private static final double P95 = 0.95;
    private static final double MILLIS = 1e6;
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    /** What a person sells decides how far up the tiers it goes. */
    private static final String PLAN = """
            {"components": [{"name": "Commission", "tiers": {"mode": "marginal", "accumulate": "year", "on": "amount", "bands": [
              {"from": "0", "to": "%1$d", "rate": "0.03"}, {"from": "%1$d", "to": "%2$d", "rate": "0.05"},
              {"from": "%2$d", "to": "%3$d", "rate": "0.08"}, {"from": "%3$d", "rate": "0.12"}]}}]}
            """;

    private final PeakHeap heap = new PeakHeap();
    private final List<Long> people = new ArrayList<>();
    private int rows = ROWS;
    private int payees = PEOPLE;

    private static RunBenchmark smaller() {
        RunBenchmark smaller = new RunBenchmark();
        smaller.rows = ROWS / SMALLER;
        smaller.payees = PEOPLE / SMALLER;
        return smaller;
    }

    public static void main(String[] args) throws Exception {
        new RunBenchmark().measure();
        System.exit(0);
    }

    @Test
    void measure() throws Exception {
        WellCompiled.orRefuse();
        // smaller by ten first, with as many deals each: a change must not cost more where there are more people
        Measured small = smaller().run(false);
        Measured large = run(true);
        Product.say(
                "1f one change, p95   1/%.0f of the full run (goal 1/100)",
                large.full() * 1_000 / large.change().p95());
        Product.say(
                "1g one change, p95   %.2f of that among a tenth of the deals (p50 %.2f; goal 1.5)",
                large.change().p95() / small.change().p95(),
                large.change().p50() / small.change().p50());
    }

    /** @param full seconds of the run that posts everything */
    private record Measured(double full, Millis change) {}

    /** Milliseconds of one change. */
    private record Millis(double p50, double p95) {}

    private Measured run(boolean compared) throws Exception {
        Path folder = Files.createTempDirectory("koploper-bench");
        ConfigurableApplicationContext product = Product.start(folder);
        try {
            hire(product);
            sell(product);
            Product.say(
                    "%s, %,d deals of %,d payees, heap at most %,d MB, %s",
                    Product.POSTGRES ? "PostgreSQL" : "HSQLDB",
                    rows,
                    payees,
                    Runtime.getRuntime().maxMemory() >> 20,
                    Runtime.version());
            CommissionRun run = product.getBean(CommissionRun.class);
            heap.begin();
            Watch full = new Watch(rows);
            int entries = Caller.asSystem(run::all);
            full.stop();
            Product.say("full, persisted      %s  %,d entries, heap at most %d MB", full, entries, heap.megabytes());
            Watch again = new Watch(rows);
            int none = Caller.asSystem(run::all);
            again.stop();
            Product.say("the same again       %s  %,d entries%s", again, none, none == 0 ? "" : " WRONG");
            Millis change = changes(product);
            if (compared) {
                compare(product, full);
            }
            return new Measured(full.wall(), change);
        } finally {
            product.close();
        }
    }

    private void compare(ConfigurableApplicationContext product, Watch full) throws SQLException {
        try (Connection owner = Product.asOwner(product)) {
            owner.setAutoCommit(false);
            try (Statement statement = owner.createStatement();
                    ResultSet row =
                            statement.executeQuery("select avg(char_length(reason)), count(*) from ledger_entries")) {
                row.next();
                Product.say("reasons of %d characters, %,d entries after the changes", row.getInt(1), row.getLong(2));
            }
            if (Product.POSTGRES) {
                compared("1c window statement", RunReferences.window(owner, rows, payees), full);
            }
            compared("1c same rows, inside", RunReferences.inside(owner, rows), full);
            compared("1d same rows by JDBC", RunReferences.copied(owner, rows), full);
        }
    }

    private static void compared(String what, Watch raw, Watch full) {
        Product.say(
                "%-20s %s  the run took %.2f of it (%.2f of its CPU)",
                what, raw, full.wall() / raw.wall(), full.cpu() / raw.cpu());
    }

    private void hire(ConfigurableApplicationContext product) {
        StringBuilder csv = new StringBuilder("externalId,name,team,from\n");
        for (int i = 0; i < payees; i++) {
            csv.append("P%d,Person %d,Team %d,2020-01-01%n".formatted(i, i, i / TEAM));
        }
        Product.take(product, "people", csv.toString());
        people.addAll(product.getBean(JdbcClient.class)
                .sql("select id from persons where external_id like 'P%' order by id")
                .query(Long.class)
                .list());
        long quota = rows / payees * 10_000L;
        Plans plans = product.getBean(Plans.class);
        As.user(null, EnumSet.of(Role.FINANCE), () -> {
            PlanRef plan = plans.create(
                    "TIERS",
                    "Tiers",
                    Currency.getInstance("EUR"),
                    FIRST_DAY,
                    null,
                    PLAN.formatted(quota / 2, quota, quota * 3 / 2));
            people.forEach(person -> plans.assign(plan.id(), new PersonId(person), FIRST_DAY, null));
            return true;
        });
    }

    /** Straight into the tables: what is measured begins behind them. */
    private void sell(ConfigurableApplicationContext product) {
        Ids ids = product.getBean(Ids.class);
        JdbcTemplate template = product.getBean(JdbcTemplate.class);
        TransactionTemplate together = product.getBean(TransactionTemplate.class);
        SplittableRandom random = new SplittableRandom(20_261_126);
        List<Object[]> deals = new ArrayList<>();
        List<Object[]> states = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long id = ids.next();
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(YEAR));
            long owner = people.get(random.nextInt(payees));
            BigDecimal value = BigDecimal.valueOf(random.nextInt(100, 2_000_000), 2);
            deals.add(new Object[] {id, "D" + i, owner, day, day, value});
            states.add(new Object[] {id, day, owner, value});
            if (deals.size() == BATCH || i + 1 == rows) {
                together.executeWithoutResult(status -> {
                    template.batchUpdate(
                            "insert into deals (id, external_id, owner_id, stage, engaged_on, closed_on, deal_value, currency,"
                                    + " version) values (?, ?, ?, 'WON', ?, ?, ?, 'EUR', 0)",
                            deals);
                    template.batchUpdate(
                            "insert into deal_states (deal_id, seq, from_day, stage, owner_id, deal_value, currency, recorded_at)"
                                    + " values (?, 1, ?, 'WON', ?, ?, 'EUR', localtimestamp)",
                            states);
                });
                deals.clear();
                states.clear();
            }
        }
        // as it is after an import of that size
        product.getBean(Statistics.class).refresh("deals, deal_states, deal_splits, credit_notes");
    }

    /** One deal at a time, from the click to the moment when statement, board and totals have followed. */
    private Millis changes(ConfigurableApplicationContext product) {
        DealDesk desk = product.getBean(DealDesk.class);
        SplittableRandom random = new SplittableRandom(7);
        double[] millis = new double[CHANGES];
        for (int i = -WARM_UPS; i < CHANGES; i++) {
            String deal = "D" + random.nextInt(rows);
            BigDecimal value = BigDecimal.valueOf(random.nextInt(100, 2_000_000), 2);
            DealView found = Product.admin(() -> desk.find(deal).orElseThrow());
            long before = System.nanoTime();
            Product.admin(() -> {
                desk.change(deal, found.unchanged().worth(value), found.version(), "A benchmark");
                return true;
            });
            if (i >= 0) {
                millis[i] = (System.nanoTime() - before) / MILLIS;
            }
        }
        Arrays.sort(millis);
        Millis found = new Millis(millis[CHANGES / 2], millis[(int) (P95 * CHANGES)]);
        Product.say("one deal changed     p50 %.0f ms, p95 %.0f ms", found.p50(), found.p95());
        return found;
    }
}
