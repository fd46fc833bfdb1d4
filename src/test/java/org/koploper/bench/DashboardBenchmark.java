package org.koploper.bench;

import static com.github.mvysny.kaributesting.v10.GridKt._fetch;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;

import com.vaadin.flow.component.grid.Grid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.ui.Browser;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the server takes for each dashboard, with a thousand deals and then with as many as {@code bench.rows} says, of a
 * thousand people in a hundred teams: the ratio is what counts. Everything from the click to the finished page is in it, the
 * way over the network is not. Not part of the tests: see docs/performance.md.
 */
class DashboardBenchmark {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int FEW = 1_000;
    /** Days by which the deals are moved, so that the last ones are of today. */
    private static final long LATER = LocalDate.now().toEpochDay() - ManyDeals.LAST_DAY.toEpochDay();

    private static final int WARM_UPS = 5;
    private static final int VISITS = 40;
    private static final double P95 = 0.95;
    private static final double MILLIS = 1e6;

    /** A screen that takes that long is not worth waiting for forty times. */
    private static final double SLOW = 2_000;

    private static final int SLOW_VISITS = 5;

    private static final List<Visit> VISITED = List.of(
            new Visit("P0", Role.REP, "my/month"),
            new Visit("P0", Role.REP, "leaderboard/revenue"),
            new Visit("P0", Role.REP, "team/numbers"),
            new Visit("P0", Role.REP, "commercial"),
            new Visit("P0", Role.REP, "performance"),
            new Visit("P0", Role.REP, "effort"),
            new Visit("P0", Role.REP, "goals"),
            new Visit("M0", Role.MANAGER, "team"),
            new Visit("M0", Role.MANAGER, "team/numbers"),
            new Visit("M0", Role.MANAGER, "commercial"),
            new Visit("M0", Role.MANAGER, "performance"),
            new Visit("M0", Role.MANAGER, "effort"),
            new Visit("M0", Role.MANAGER, "goals"),
            new Visit("DIRECTOR", Role.MANAGER, "team"),
            new Visit("DIRECTOR", Role.MANAGER, "team/numbers"),
            new Visit("DIRECTOR", Role.MANAGER, "commercial"),
            new Visit("DIRECTOR", Role.MANAGER, "performance"),
            new Visit("DIRECTOR", Role.MANAGER, "leaderboard/revenue"),
            new Visit("DIRECTOR", Role.MANAGER, "effort"),
            new Visit("DIRECTOR", Role.MANAGER, "goals"));

    /** Who goes where. */
    private record Visit(String person, Role role, String address) {}

    /** Milliseconds. */
    private record Took(double p50, double p95) {}

    @Test
    void measure() throws Exception {
        WellCompiled.orRefuse();
        Path folder = Files.createTempDirectory("koploper-bench");
        try (ConfigurableApplicationContext product = Product.start(folder)) {
            firm(product);
            DealRows.write(product, 0, FEW, LATER);
            // twice: what runs first is still being compiled
            visits(product);
            Map<Visit, Took> few = visits(product);
            DealRows.write(product, FEW, ROWS, LATER);
            Map<Visit, Took> many = visits(product);
            Product.say(
                    "%s, p50 and p95 in milliseconds with %,d and with %,d deals, and their ratio",
                    Product.POSTGRES ? "PostgreSQL" : "HSQLDB", FEW, ROWS);
            many.forEach((visit, took) -> {
                Took then = few.get(visit);
                Product.say(
                        "%-9s %-20s %8.0f %8.0f %8.0f %8.0f   p50 %6.1f p95 %6.1f",
                        visit.person(),
                        visit.address(),
                        then.p50(),
                        then.p95(),
                        took.p50(),
                        took.p95(),
                        took.p50() / then.p50(),
                        took.p95() / then.p95());
            });
        }
    }

    private static void firm(ConfigurableApplicationContext product) {
        Product.take(product, "teams", Firm.teams());
        Product.take(product, "people", Firm.people());
        Product.take(product, "customers", ManyDeals.customers());
        Product.take(product, "products", ManyDeals.products());
    }

    private static Map<Visit, Took> visits(ConfigurableApplicationContext product) {
        Map<Visit, Took> took = new LinkedHashMap<>();
        VISITED.forEach(visit -> took.put(visit, visits(product, visit)));
        return took;
    }

    /** From another screen each time, lists with their first page. */
    private static Took visits(ConfigurableApplicationContext product, Visit visit) {
        long person = product.getBean(JdbcClient.class)
                .sql("select id from persons where external_id = ?")
                .param(visit.person())
                .query(Long.class)
                .single();
        List<Double> times = new ArrayList<>();
        try (Browser user = Browser.signedIn(product, new PersonId(person), visit.person(), visit.role())) {
            int most = VISITS;
            for (int i = -WARM_UPS; i < most; i++) {
                user.open("records");
                long start = System.nanoTime();
                user.open(visit.address());
                _find(Grid.class).forEach(grid -> _fetch(grid, 0, 50));
                double time = (System.nanoTime() - start) / MILLIS;
                most = time > SLOW ? SLOW_VISITS : most;
                if (i >= 0) {
                    times.add(time);
                }
            }
        }
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Took(sorted[sorted.length / 2], sorted[(int) (P95 * sorted.length)]);
    }

    /** A director, ten regions of ten teams each, of each team its leader and ten who sell. */
    private static final class Firm {

        private static final int TEN = 10;

        static String teams() {
            StringBuilder csv = new StringBuilder("externalId,name,parent\nH,House,\n");
            for (int region = 0; region < TEN; region++) {
                csv.append("R%1$d,Region %1$d,H%n".formatted(region));
            }
            for (int team = 0; team < TEN * TEN; team++) {
                csv.append("T%1$d,Team %1$d,R%2$d%n".formatted(team, team / TEN));
            }
            return csv.toString();
        }

        static String people() {
            StringBuilder csv =
                    new StringBuilder("externalId,name,team,manager,from\nDIRECTOR,Director,H,,2020-01-01\n");
            for (int team = 0; team < TEN * TEN; team++) {
                csv.append("M%1$d,Leader %1$d,T%1$d,DIRECTOR,2020-01-01%n".formatted(team));
            }
            for (int person = 0; person < ManyDeals.PEOPLE; person++) {
                csv.append("P%1$d,Person %1$d,T%2$d,M%2$d,2020-01-01%n".formatted(person, person / TEN));
            }
            return csv.toString();
        }
    }
}
