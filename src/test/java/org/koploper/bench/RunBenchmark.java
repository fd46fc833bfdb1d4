package org.koploper.bench;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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

/**
 * Computes the pay of a thousand people on a million deals of one year (or as many as {@code bench.rows} says) and keeps
 * every line with its reason in the ledger, beside what the database needs at least; then changes deals one at a time, which
 * is a day in the life of the product. Not part of the tests: see docs/performance.md.
 */
class RunBenchmark {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int PEOPLE = 1_000;
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

    public static void main(String[] args) throws Exception {
        new RunBenchmark().measure();
        System.exit(0);
    }

    @Test
    void measure() throws Exception {
        WellCompiled.orRefuse();
        Path folder = Files.createTempDirectory("koploper-bench");
        ConfigurableApplicationContext product = Product.start(folder);
        try {
            hire(product);
            sell(product);
            Product.say(
                    "%s, %,d deals of %,d payees, heap at most %,d MB, %s",
                    Product.POSTGRES ? "PostgreSQL" : "HSQLDB",
                    ROWS,
                    PEOPLE,
                    Runtime.getRuntime().maxMemory() >> 20,
                    Runtime.version());
            CommissionRun run = product.getBean(CommissionRun.class);
            heap.begin();
            Watch full = new Watch(ROWS);
            int entries = Caller.asSystem(run::all);
            full.stop();
            Product.say("full, persisted      %s  %,d entries, heap at most %d MB", full, entries, heap.megabytes());
            Watch again = new Watch(ROWS);
            int none = Caller.asSystem(run::all);
            again.stop();
            Product.say("the same again       %s  %,d entries%s", again, none, none == 0 ? "" : " WRONG");
            changes(product, full);
            try (Connection owner = Product.asOwner(product)) {
                owner.setAutoCommit(false);
                if (Product.POSTGRES) {
                    compared("window statement", window(owner), full);
                }
                compared("the same rows, raw", copied(owner), full);
            }
        } finally {
            product.close();
        }
    }

    private static void compared(String what, Watch raw, Watch full) {
        Product.say(
                "%-20s %s  the run took %.2f of it (%.2f of its CPU)",
                what, raw, full.wall() / raw.wall(), full.cpu() / raw.cpu());
    }

    private void hire(ConfigurableApplicationContext product) {
        StringBuilder csv = new StringBuilder("externalId,name\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("P%d,Person %d%n".formatted(i, i));
        }
        Product.take(product, "people", csv.toString());
        people.addAll(product.getBean(JdbcClient.class)
                .sql("select id from persons where external_id like 'P%' order by id")
                .query(Long.class)
                .list());
        long quota = ROWS / PEOPLE * 10_000L;
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
        SplittableRandom random = new SplittableRandom(20_261_126);
        List<Object[]> deals = new ArrayList<>();
        List<Object[]> states = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            long id = ids.next();
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(YEAR));
            long owner = people.get(random.nextInt(PEOPLE));
            BigDecimal value = BigDecimal.valueOf(random.nextInt(100, 2_000_000), 2);
            deals.add(new Object[] {id, "D" + i, owner, day, day, value});
            states.add(new Object[] {id, day, owner, value});
            if (deals.size() == BATCH || i + 1 == ROWS) {
                template.batchUpdate(
                        "insert into deals (id, external_id, owner_id, stage, engaged_on, closed_on, deal_value, currency,"
                                + " version) values (?, ?, ?, 'WON', ?, ?, ?, 'EUR', 0)",
                        deals);
                template.batchUpdate(
                        "insert into deal_states (deal_id, seq, from_day, stage, owner_id, deal_value, currency, recorded_at)"
                                + " values (?, 1, ?, 'WON', ?, ?, 'EUR', localtimestamp)",
                        states);
                deals.clear();
                states.clear();
            }
        }
        // as it is after an import of that size
        product.getBean(Statistics.class).refresh("deals, deal_states, deal_splits, credit_notes");
    }

    /** One deal at a time, from the click to the moment when statement, board and totals have followed. */
    private static void changes(ConfigurableApplicationContext product, Watch full) {
        DealDesk desk = product.getBean(DealDesk.class);
        SplittableRandom random = new SplittableRandom(7);
        double[] millis = new double[CHANGES];
        for (int i = -WARM_UPS; i < CHANGES; i++) {
            String deal = "D" + random.nextInt(ROWS);
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
        double p95 = millis[(int) (P95 * CHANGES)];
        Product.say(
                "one deal changed     p50 %.0f ms, p95 %.0f ms: 1/%.0f of the full run",
                millis[CHANGES / 2], p95, full.wall() * 1_000 / p95);
    }

    /** The bare arithmetic as one statement that inserts a line for each deal. */
    private static Watch window(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    "create table raw_lines (id bigint primary key, person_id bigint not null, posted_month varchar(7)"
                            + " not null, base numeric(38,18), line_amount numeric(38,18))");
            statement.execute("create index raw_lines_1 on raw_lines (person_id, posted_month)");
            long quota = ROWS / PEOPLE * 10_000L;
            Watch watch = new Watch(ROWS);
            statement.execute("""
                    insert into raw_lines
                    select id, owner_id, to_char(closed_on, 'YYYY-MM'), deal_value,
                      0.03 * (least(sold, a) - least(sold - deal_value, a))
                      + 0.05 * (least(greatest(sold, a), b) - least(greatest(sold - deal_value, a), b))
                      + 0.08 * (least(greatest(sold, b), c) - least(greatest(sold - deal_value, b), c))
                      + 0.12 * (greatest(sold, c) - greatest(sold - deal_value, c))
                    from (select id, owner_id, closed_on, deal_value, %d as a, %d as b, %d as c,
                        sum(deal_value) over (partition by owner_id order by closed_on, id) as sold from deals) d
                    """.formatted(quota / 2, quota, quota * 3 / 2));
            owner.commit();
            watch.stop();
            statement.execute("drop table raw_lines");
            owner.commit();
            return watch;
        }
    }

    /** What was written, read and written again by the fastest means that JDBC has, with the same keys and indexes. */
    private static Watch copied(Connection owner) throws SQLException {
        String columns =
                "id, person_id, seq, posted_month, earned_month, plan_name, plan_version, component, deal, line_key,"
                        + " base, rate, line_amount, delta, currency, change_kind, reason, reason_print, cause, recorded_at,"
                        + " prev_hash, hash";
        int count = columns.split(",").length;
        try (Statement statement = owner.createStatement()) {
            statement.execute(
                    Product.POSTGRES
                            ? "create table raw_entries (like ledger_entries including defaults)"
                            : "create table raw_entries as (select * from ledger_entries) with no data");
            statement.execute("alter table raw_entries add primary key (id)");
            statement.execute("create unique index raw_entries_1 on raw_entries (person_id, seq)");
            statement.execute("create index raw_entries_2 on raw_entries (person_id, posted_month, line_key)");
            statement.execute("create index raw_entries_3 on raw_entries (person_id, earned_month)");
            statement.execute("create index raw_entries_4 on raw_entries (posted_month, person_id)");
            owner.commit();
            Watch watch = new Watch(ROWS);
            try (Statement reading = owner.createStatement();
                    var insert = owner.prepareStatement(
                            "insert into raw_entries (" + columns + ") values (" + "?, ".repeat(count - 1) + "?)")) {
                reading.setFetchSize(BATCH);
                int waiting = 0;
                try (var rows = reading.executeQuery("select " + columns + " from ledger_entries")) {
                    while (rows.next()) {
                        for (int i = 1; i <= count; i++) {
                            insert.setObject(i, rows.getObject(i));
                        }
                        insert.addBatch();
                        if (++waiting == BATCH) {
                            insert.executeBatch();
                            waiting = 0;
                        }
                    }
                }
                if (waiting > 0) {
                    insert.executeBatch();
                }
                owner.commit();
            }
            watch.stop();
            return watch;
        }
    }
}
