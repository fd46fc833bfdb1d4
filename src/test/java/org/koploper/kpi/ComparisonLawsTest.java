package org.koploper.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No noise is called a difference: lists of people who in truth are all the same, drawn at random with a fixed beginning. Their
 * orders are as uneven as orders are, and they differ in how much there is of each, as people do.
 */
class ComparisonLawsTest {

    private static final int LISTS = 400;

    /** How far the part that is counted may lie above the true one: three standard deviations of so many lists. */
    private static final double LUCK = 3 * Math.sqrt(Comparison.WRONG * (1 - Comparison.WRONG) / LISTS);

    @ParameterizedTest(name = "{0} people")
    @ValueSource(ints = {4, 12, 30})
    void whereNobodyDiffersNineListsOutOfTenAreWithoutAnyMark(int people) {
        Random random = new Random(1_000 + people);
        int marked = 0;
        int marks = 0;
        for (int list = 0; list < LISTS; list++) {
            long found = differences(alike(random, people));
            marked += found > 0 ? 1 : 0;
            marks += (int) found;
        }

        assertThat((double) marked / LISTS).isLessThanOrEqualTo(Comparison.WRONG + LUCK);
        assertThat((double) marks / (LISTS * people))
                .as("marked people are far fewer still")
                .isLessThan(0.05);
    }

    @Test
    void whereNothingChangedNineScreensOutOfTenShowNoChange() {
        Random random = new Random(8);
        int changed = 0;
        for (int screen = 0; screen < LISTS; screen++) {
            MeterFacts now = drawn(random, 60, 0.5, 1);
            boolean any =
                    Comparison.changes(now, List.of(drawn(random, 40, 0.5, 1), drawn(random, 70, 0.5, 1))).stream()
                            .flatMap(besides -> besides.values().stream())
                            .anyMatch(Beside::differs);
            changed += any ? 1 : 0;
        }

        assertThat((double) changed / LISTS).isLessThanOrEqualTo(Comparison.WRONG + LUCK);
    }

    @Test
    void withoutCountingAllComparisonsAsOneSearchMostListsWouldHaveAMark() {
        Random random = new Random(30);
        int marked = 0;
        for (int list = 0; list < LISTS; list++) {
            Sides sides = alike(random, 30);
            // one by one, each as if it were the only comparison that was made
            boolean any = sides.each.keySet().stream().anyMatch(name -> alone(sides, name));
            marked += any ? 1 : 0;
        }

        assertThat((double) marked / LISTS).isGreaterThan(0.5);
    }

    @Test
    void whatReallyDiffersIsFound() {
        Random random = new Random(60);
        int found = 0;
        for (int list = 0; list < 100; list++) {
            Sides sides = alike(random, 11).with("Tom", drawn(random, 150, 0.25, 0.35));
            Map<Meter, Beside> tom = sides.compared("Tom");
            found += tom.get(Meter.CLOSING).verdict() == Beside.Verdict.WORSE
                            && tom.get(Meter.ORDER).verdict() == Beside.Verdict.WORSE
                    ? 1
                    : 0;
        }

        assertThat(found)
                .as("a closing rate of 25 instead of 50 %, orders of a third of the size")
                .isGreaterThan(90);
    }

    private static long differences(Sides sides) {
        return Comparison.of(sides.each, Comparison.FEWEST_PEOPLE).values().stream()
                .flatMap(besides -> besides.values().stream())
                .filter(Beside::differs)
                .count();
    }

    /** Whether that one differs from the rest, all put together. */
    private static boolean alone(Sides sides, String name) {
        MeterFacts own = sides.each.get(name);
        List<MeterFacts> rest = sides.each.entrySet().stream()
                .filter(one -> !one.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
        int won = rest.stream().mapToInt(MeterFacts::won).sum();
        int decided = rest.stream().mapToInt(MeterFacts::decided).sum();
        return own.decided() > 0
                && new org.koploper.statistics.TwoProportions(
                                new org.koploper.statistics.Proportion(own.won(), own.decided()),
                                new org.koploper.statistics.Proportion(won, decided))
                        .differ();
    }

    private static Sides alike(Random random, int people) {
        Sides sides = new Sides();
        for (int i = 0; i < people; i++) {
            sides.with("Person " + i, drawn(random, 5 + random.nextInt(80), 0.5, 1));
        }
        return sides;
    }

    private static MeterFacts drawn(Random random, int decided, double rate, double size) {
        int won = (int) IntStream.range(0, decided)
                .filter(quote -> random.nextDouble() < rate)
                .count();
        NavigableMap<Integer, BigDecimal> cycles = new TreeMap<>();
        IntStream.range(0, won)
                .forEach(quote -> cycles.merge(
                        (int) Math.round(30 * Math.exp(random.nextGaussian() * 0.8)), BigDecimal.ONE, BigDecimal::add));
        List<BigDecimal> values = Stream.generate(() -> 2_000 * size * Math.exp(random.nextGaussian() * 1.1))
                .limit(won)
                .map(value -> BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP))
                .toList();
        return Sides.side(poisson(random, 8), won, decided, values, cycles);
    }

    private static int poisson(Random random, double mean) {
        int count = 0;
        for (double left = Math.exp(-mean), so = random.nextDouble(); so > left; so *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
