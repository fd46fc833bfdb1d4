package org.koploper.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.Kpis;
import org.koploper.period.Period;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Reads every KPI of the organisation for a year, by month, with a thousand deals and then with as many as {@code bench.rows}
 * says: how much longer it takes is what counts. Not part of the tests: see docs/performance.md.
 */
class KpiBenchmark {

    private static final int ROWS = Integer.getInteger("bench.rows", 200_000);
    private static final int FEW = 1_000;
    private static final int AT_ONCE = 20_000;
    private static final int TIMES = 7;
    private static final double MILLIS = 1e6;
    private static final Period YEAR = Period.year(LocalDate.of(2025, 1, 1));

    @Test
    void measure() throws Exception {
        WellCompiled.orRefuse();
        Path folder = Files.createTempDirectory("koploper-bench");
        try (ConfigurableApplicationContext product = Product.start(folder)) {
            Product.take(product, "people", ManyDeals.people());
            Product.take(product, "customers", ManyDeals.customers());
            Product.take(product, "products", ManyDeals.products());
            take(product, FEW);
            Map<Kpi, Double> few = medians(product);
            take(product, ROWS);
            Map<Kpi, Double> many = medians(product);
            Product.say(
                    "%s, a year of the organisation by month, milliseconds with %,d and with %,d deals",
                    Product.POSTGRES ? "PostgreSQL" : "HSQLDB", FEW, ROWS);
            many.forEach((kpi, time) ->
                    Product.say("%-22s %8.1f %8.1f  %6.1f times", kpi.key(), few.get(kpi), time, time / few.get(kpi)));
        }
    }

    /** In files that are taken at once, not in the background. */
    private static void take(ConfigurableApplicationContext product, int deals) {
        for (int from = 0; from < deals; from += AT_ONCE) {
            StringBuilder csv =
                    new StringBuilder("externalId,owner,customer,product,stage,engagedOn,closedOn,value,currency\n");
            for (int i = from; i < Math.min(deals, from + AT_ONCE); i++) {
                csv.append(ManyDeals.deal(i, 0).csv());
            }
            Product.take(product, "deals", csv.toString());
        }
    }

    private static Map<Kpi, Double> medians(ConfigurableApplicationContext product) {
        Kpis kpis = product.getBean(Kpis.class);
        Map<Kpi, Double> medians = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            double[] times = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                Caller.asSystem(() -> kpis.by(kpi, KpiScope.organisation(), YEAR, YEAR.to(), null, Grouping.MONTH));
                times[i] = (System.nanoTime() - start) / MILLIS;
            }
            Arrays.sort(times);
            medians.put(kpi, times[TIMES / 2]);
        }
        return medians;
    }
}
