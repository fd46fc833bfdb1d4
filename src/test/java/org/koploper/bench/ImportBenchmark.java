package org.koploper.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.intake.FileSource;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.intake.Mapping;
import org.koploper.intake.Undo;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordShelf;
import org.koploper.testing.As;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Imports a file of a million deals (or as many as {@code bench.rows} says) into the product and says how fast that is
 * beside the fastest that the database can do with the same rows in the same run, how much memory it takes, that the same
 * file again changes nothing, and that taken back everything is what it was. Not part of the tests: see
 * docs/performance.md.
 */
class ImportBenchmark {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final boolean PAY = Boolean.getBoolean("bench.pay");
    private static final int TENTH = 10;
    private static final int OLD_SHARE = 100;
    private static final int PAGE = RecordQuery.MOST;

    private final PeakHeap heap = new PeakHeap();

    public static void main(String[] args) throws Exception {
        new ImportBenchmark().measure();
        System.exit(0);
    }

    @Test
    void measure() throws Exception {
        WellCompiled.orRefuse();
        Path folder = Files.createTempDirectory("koploper-bench");
        Path file = folder.resolve("deals.csv");
        ManyDeals.write(file, ROWS, 1);
        ConfigurableApplicationContext product = Product.start(folder);
        try {
            Product.take(product, "people", ManyDeals.people());
            Product.take(product, "customers", ManyDeals.customers());
            Product.take(product, "products", ManyDeals.products());
            if (PAY) {
                putEverybodyOnAPlan(product);
            }
            Product.say(
                    "%s, %,d rows, %,d MB, heap at most %,d MB, %s",
                    Product.POSTGRES ? "PostgreSQL" : "HSQLDB",
                    ROWS,
                    Files.size(file) >> 20,
                    Runtime.getRuntime().maxMemory() >> 20,
                    Runtime.version());
            Watch raw = raw(product);
            Path some = folder.resolve("some.csv");
            ManyDeals.write(some, Math.max(10, ROWS / OLD_SHARE), 2);
            run(product, some);
            List<String> before = exports(product);
            Import taken = timed("import", raw, () -> run(product, file));
            Product.say("  %s%s", taken.counts(), PAY ? ", " + entries(product) + " entries in the ledger" : "");
            Import again = timed("the same file again", raw, () -> run(product, file));
            boolean changed = again.counts().created() + again.counts().changed() > 0;
            Product.say("  %s%s", again.counts(), changed ? " WRONG" : "");
            timed("taken back", raw, () -> takenBack(product, taken.id()));
            List<String> after = exports(product);
            Product.say("exports after it are %s", before.equals(after) ? "byte for byte those before" : "WRONG");
        } finally {
            product.close();
        }
    }

    /** What the database needs at least. */
    private Watch raw(ConfigurableApplicationContext product) throws Exception {
        RawRows rows = new RawRows(Product.asOwner(product));
        heap.begin();
        Watch watch = new Watch(ROWS);
        if (Product.POSTGRES) {
            rows.copy(ROWS);
        } else {
            rows.batch(ROWS);
        }
        watch.stop();
        Product.say("%-20s %s", Product.POSTGRES ? "COPY" : "JDBC batch", watch);
        rows.drop();
        return watch;
    }

    private <T> T timed(String what, Watch raw, Supplier<T> work) {
        heap.begin();
        long before = heap.megabytes();
        Watch watch = new Watch(ROWS);
        T result = work.get();
        watch.stop();
        Product.say(
                "%-20s %s  %.3f of raw (%.3f of its CPU)  heap %d MB at first, %d MB at most",
                what, watch, raw.wall() / watch.wall(), raw.cpu() / watch.cpu(), before, heap.megabytes());
        return result;
    }

    /** Five percent of every deal, so that pay follows too. */
    private static void putEverybodyOnAPlan(ConfigurableApplicationContext product) {
        Plans plans = product.getBean(Plans.class);
        As.user(null, EnumSet.of(Role.FINANCE), () -> {
            PlanRef plan = plans.create("FLAT", "Flat", Currency.getInstance("EUR"), ManyDeals.FIRST_DAY, null, """
                    {"components": [{"name": "Commission", "flat": {"rate": "0.05"}}]}
                    """);
            product.getBean(JdbcClient.class).sql("select id from persons").query(Long.class).list().stream()
                    .map(PersonId::new)
                    .forEach(person -> plans.assign(plan.id(), person, ManyDeals.FIRST_DAY, null));
            return true;
        });
    }

    private static long entries(ConfigurableApplicationContext product) {
        return product.getBean(JdbcClient.class)
                .sql("select count(*) from ledger_entries")
                .query(Long.class)
                .single();
    }

    private static Import run(ConfigurableApplicationContext product, Path file) {
        Imports imports = product.getBean(Imports.class);
        return Product.admin(() -> {
            Import now =
                    imports.run(FileSource.of(file), String.valueOf(file.getFileName()), "deals", Mapping.NONE, true);
            int told = 0;
            while (now.state() == Import.State.RUNNING) {
                pause();
                now = imports.find(now.id()).orElseThrow();
                if (now.percent() != null && now.percent() / TENTH > told) {
                    told = now.percent() / TENTH;
                    Product.say("    %d %%, %,d rows/s", told * TENTH, now.rowsPerSecond(java.time.Instant.now()));
                }
            }
            if (now.state() != Import.State.DONE) {
                throw new IllegalStateException(now.toString());
            }
            return now;
        });
    }

    private static Import takenBack(ConfigurableApplicationContext product, long id) {
        Imports imports = product.getBean(Imports.class);
        return Product.admin(() -> {
            product.getBean(Undo.class).undo(imports.find(id).orElseThrow(), false);
            Import now = imports.find(id).orElseThrow();
            int told = 0;
            while (now.undoneRows() != null) {
                pause();
                now = imports.find(id).orElseThrow();
                if (now.percentUndone() / TENTH > told) {
                    told = now.percentUndone() / TENTH;
                    Product.say("    %d %%", told * TENTH);
                }
            }
            if (now.undoneAt() == null) {
                throw new IllegalStateException(now.toString());
            }
            return now;
        });
    }

    /** What lists and reports read, row for row; hashed, since it is only compared. */
    private static List<String> exports(ConfigurableApplicationContext product) throws Exception {
        RecordShelf shelf = product.getBean(RecordShelf.class);
        java.security.MessageDigest deals = java.security.MessageDigest.getInstance("SHA-256");
        Product.admin(() -> {
            int from = 0;
            int size = PAGE;
            while (size == PAGE) {
                var page = shelf.page("deals", new RecordQuery("", Map.of(), null, false, from, PAGE));
                page.forEach(row -> deals.update(
                        (row.externalId() + new TreeMap<>(row.values()) + "\n").getBytes(StandardCharsets.UTF_8)));
                size = page.size();
                from += size;
            }
            return true;
        });
        JdbcClient jdbc = product.getBean(JdbcClient.class);
        return List.of(
                HexFormat.of().formatHex(deals.digest()),
                hash(jdbc, "* from deal_states order by deal_id, seq"),
                hash(jdbc, "* from deal_splits order by deal_id, person_id"),
                hash(jdbc, "* from daily_totals order by person_id, total_day, measure, currency"),
                hash(
                        jdbc,
                        "person_id, posted_month, currency, sum(delta) from ledger_entries"
                                + " group by person_id, posted_month, currency having sum(delta) <> 0"
                                + " order by person_id, posted_month, currency"));
    }

    private static String hash(JdbcClient jdbc, String rows) throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
        jdbc.sql("select " + rows).query(row -> {
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                text.append(row.getString(i)).append('\t');
            }
            digest.update(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
