package org.koploper.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Credit;
import org.koploper.commission.engine.Engine;
import org.koploper.commission.engine.History;
import org.koploper.commission.engine.Line;
import org.koploper.commission.engine.Reason;
import org.koploper.commission.engine.Rounding;
import org.koploper.commission.engine.Terms;
import org.koploper.commission.engine.TierRule;
import org.koploper.commission.engine.Validity;

/**
 * How fast the engine is beside the least that the same arithmetic can take: a loop over arrays of whole cents that writes
 * one number for each deal. The engine gets the same deals as credits and gives every line with its whole reason, all of
 * which is hashed. Not part of the tests: see docs/performance.md.
 */
class EngineBenchmark {

    private static final int DEALS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int PAYEES = 1_000;
    private static final int WARM_UPS = 5;
    private static final int RUNS = 11;
    private static final int YEAR = 365;
    private static final int HUNDRED = 100;
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final YearMonth LAST = YearMonth.of(2026, 12);

    /** Bounds in parts of the quota, and rates, both in hundredths. */
    private static final long[] BOUNDS = {0, 50, 100, 150};

    private static final long[] RATES = {3, 5, 8, 12};

    private final int[] payee = new int[DEALS];
    private final int[] day = new int[DEALS];
    private final long[] cents = new long[DEALS];
    private final long[] quota = new long[PAYEES];
    private final long[] written = new long[DEALS];
    private final List<List<Credit>> credits = new ArrayList<>();

    @Test
    void measure() {
        WellCompiled.orRefuse();
        sell();
        Times loop = times(this::loop);
        Times engine = times(() -> engine(Object::hashCode));
        Times printed = times(() -> engine(Reason::fingerprint));
        Times engines = times(() -> engines(Object::hashCode));
        Times printing = times(() -> engines(Reason::fingerprint));
        say(
                "%,d deals of %,d payees in %d months, %s",
                DEALS, PAYEES, LAST.getMonthValue(), Runtime.version().toString());
        say("loop over arrays %s", loop);
        say("engine, lines and reasons %s", engine);
        say("with fingerprints for the ledger %s", printed);
        say(
                "engine is 1/%.0f of the loop, with fingerprints 1/%.0f",
                ratio(engine.clock(), loop.clock()), ratio(printed.clock(), loop.clock()));
        say(
                "on %d processors 1/%.0f, with fingerprints 1/%.0f",
                Runtime.getRuntime().availableProcessors(),
                ratio(engines.clock(), loop.clock()),
                ratio(printing.clock(), loop.clock()));
        say(
                "by CPU time of the thread 1/%.0f, with fingerprints 1/%.0f",
                ratio(engine.cpu(), loop.cpu()), ratio(printed.cpu(), loop.cpu()));
    }

    private static double ratio(long[] times, long[] one) {
        return (double) times[RUNS / 2] / one[RUNS / 2];
    }

    /** Sorted, in nanoseconds: by the clock, and of the thread alone, since others may want the processor too. */
    private record Times(long[] clock, long[] cpu) {

        @Override
        public String toString() {
            return "%.1f ms (%.1f to %.1f), CPU %.1f ms"
                    .formatted(ms(clock, RUNS / 2), ms(clock, 0), ms(clock, RUNS - 1), ms(cpu, RUNS / 2));
        }
    }

    /** In the order of days; quotas so that people reach between a half and twice as much. */
    private void sell() {
        Random random = new Random(20_261_126L);
        long[] sold = new long[PAYEES];
        for (int i = 0; i < DEALS; i++) {
            payee[i] = random.nextInt(PAYEES);
            day[i] = (int) ((long) i * YEAR / DEALS);
            cents[i] = random.nextInt(10_000, 2_000_000);
            sold[payee[i]] += cents[i];
        }
        List<List<Integer>> deals = new ArrayList<>();
        for (int i = 0; i < PAYEES; i++) {
            deals.add(new ArrayList<>());
        }
        for (int i = 0; i < DEALS; i++) {
            deals.get(payee[i]).add(i);
        }
        for (int i = 0; i < PAYEES; i++) {
            // one payee after the other, as the run reads them
            credits.add(deals.get(i).stream().map(this::credit).toList());
            quota[i] = sold[i] * HUNDRED / (50 + random.nextInt(150)) / HUNDRED * HUNDRED;
        }
    }

    private Credit credit(int i) {
        LocalDate date = FIRST.atDay(1).plusDays(day[i]);
        return new Credit("D-" + i, date, BigDecimal.valueOf(cents[i], 2), BigDecimal.ONE);
    }

    private long loop() {
        long[] reached = new long[PAYEES];
        long[] paid = new long[PAYEES];
        for (int i = 0; i < DEALS; i++) {
            int of = payee[i];
            reached[of] += cents[i];
            long now = pay(reached[of], quota[of]);
            written[i] = now - paid[of];
            paid[of] = now;
        }
        return Arrays.stream(paid).sum();
    }

    /** In ten-thousandths of a cent. */
    private static long pay(long reached, long quota) {
        long pay = 0;
        for (int band = 0; band < BOUNDS.length; band++) {
            long from = quota / HUNDRED * BOUNDS[band];
            if (reached <= from) {
                break;
            }
            long to = band + 1 < BOUNDS.length ? quota / HUNDRED * BOUNDS[band + 1] : Long.MAX_VALUE;
            pay += (Math.min(reached, to) - from) * RATES[band] * HUNDRED;
        }
        return pay;
    }

    /** @param hash of every reason, so that none is left out by whoever compiles this */
    private long engine(ToLongFunction<Reason> hash) {
        long print = 0;
        for (int of = 0; of < PAYEES; of++) {
            print += payee(of, hash);
        }
        return print;
    }

    /** No payee needs another one: the same on every processor there is. */
    private long engines(ToLongFunction<Reason> hash) {
        return IntStream.range(0, PAYEES)
                .parallel()
                .mapToLong(of -> payee(of, hash))
                .sum();
    }

    private long payee(int of, ToLongFunction<Reason> hash) {
        long print = 0;
        for (Line line : Engine.calculate(terms(of), History.of(credits.get(of)), FIRST, LAST)) {
            print += hash.applyAsLong(line.reason());
        }
        return print;
    }

    private Terms terms(int of) {
        List<Band> bands = new ArrayList<>();
        for (int band = 0; band < BOUNDS.length; band++) {
            BigDecimal to = band + 1 < BOUNDS.length ? bound(of, band + 1) : null;
            bands.add(new Band(bound(of, band), to, BigDecimal.valueOf(RATES[band], 2)));
        }
        TierRule rule = new TierRule(Accumulate.YEAR, Boundary.UPPER, bands);
        return new Terms(
                "Bench",
                1,
                EURO,
                new Validity(FIRST.atDay(1), null),
                List.of(new Component("Commission", rule)),
                Rounding.standard(EURO));
    }

    private BigDecimal bound(int of, int band) {
        return BigDecimal.valueOf(quota[of] / HUNDRED * BOUNDS[band], 2);
    }

    private static Times times(LongSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Times times = new Times(new long[RUNS], new long[RUNS]);
        long check = work.getAsLong();
        for (int i = 1 - WARM_UPS; i < RUNS; i++) {
            long start = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            if (work.getAsLong() != check) {
                throw new IllegalStateException("Not the same again");
            }
            if (i >= 0) {
                times.cpu()[i] = threads.getCurrentThreadCpuTime() - cpu;
                times.clock()[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times.clock());
        Arrays.sort(times.cpu());
        return times;
    }

    private static double ms(long[] times, int index) {
        return times[index] / 1e6;
    }

    private static void say(String text, Object... values) {
        System.out.println(text.formatted(values));
    }
}
