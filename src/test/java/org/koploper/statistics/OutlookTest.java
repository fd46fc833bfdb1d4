package org.koploper.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a running period comes to, and how sure one may be of it. */
class OutlookTest {

    private static final double EIGHT_OF_TEN = 0.8;
    private static final int MOMENTS = 10;

    @Test
    void whatCameLateBeforeIsExpectedLateAgain() {
        // by the second of three months 30 % was in, twice; now there are 45
        double[] evenly = {2 / 3.0, 1};
        Outlook outlook = new Outlook(45, evenly, List.of(new double[] {30, 100}, new double[] {60, 200}));

        assertThat(outlook.goesByEarlier()).isTrue();
        assertThat(outlook.end()).isEqualTo(150, within(1e-9));
    }

    @Test
    void withoutAnEarlierPeriodItGoesOnEvenlyAndNobodyKnowsHowFarOff() {
        Outlook outlook = new Outlook(45, new double[] {0.25, 0.5, 1}, List.of());

        assertThat(outlook.goesByEarlier()).isFalse();
        assertThat(outlook.at(1)).isEqualTo(90, within(1e-9));
        assertThat(outlook.end()).isEqualTo(180, within(1e-9));
        assertThat(outlook.between(2, EIGHT_OF_TEN)).isEmpty();
        assertThat(outlook.chanceOf(100)).isEmpty();
    }

    @Test
    void oneErrorAloneMakesItVeryWide() {
        // the first period said 50 %, so the second was forecast at 80 and came to 100: 25 % off
        Outlook outlook =
                new Outlook(45, new double[] {0.5, 1}, List.of(new double[] {50, 100}, new double[] {40, 100}));

        assertThat(outlook.errors()).isEqualTo(1);
        // 3.078 times the error for 8 of 10, where many errors would give 1.282 times
        Interval interval = outlook.between(1, EIGHT_OF_TEN).orElseThrow();
        assertThat(outlook.end()).isEqualTo(100, within(1e-9));
        assertThat(interval.high()).isEqualTo(100 * (1 + 3.078 * 0.25), within(0.01));
        assertThat(interval.low()).isEqualTo(100 * (1 - 3.078 * 0.25), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theFanHoldsWhatItIsDrawnAroundAndClosesAtTheEnd(long seed) {
        Random random = new Random(seed);
        List<double[]> earlier = seasons(random, 3 + random.nextInt(9));
        for (int now = 1; now <= MOMENTS; now++) {
            Outlook outlook = from(now, earlier, season(random));
            for (int moment = 0; moment <= MOMENTS - now; moment++) {
                Interval interval = outlook.between(moment, EIGHT_OF_TEN).orElseThrow();
                assertThat(interval.contains(outlook.at(moment))).isTrue();
            }
            Interval today = outlook.between(0, EIGHT_OF_TEN).orElseThrow();
            assertThat(today.halfWidth()).as("today is known").isZero();
        }
        Outlook lastDay = from(MOMENTS, earlier, season(random));
        assertThat(lastDay.between(0, EIGHT_OF_TEN).orElseThrow().halfWidth()).isZero();
        assertThat(lastDay.chanceOf(lastDay.soFar())).hasValue(1);
        assertThat(lastDay.chanceOf(lastDay.soFar() + 1)).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 9, 13})
    void eightOfTenIntervalsHoldWhatComes(int periods) {
        Random random = new Random(periods);
        int held = 0;
        int chances = 0;
        double said = 0;
        int many = 4_000;
        for (int i = 0; i < many; i++) {
            List<double[]> earlier = seasons(random, periods);
            double[] season = season(random);
            double end = season[MOMENTS];
            Outlook outlook = from(4, earlier, season);
            held += outlook.between(MOMENTS - 4, EIGHT_OF_TEN).orElseThrow().contains(end) ? 1 : 0;
            said += outlook.chanceOf(1_000).orElseThrow();
            chances += end >= 1_000 ? 1 : 0;
        }

        assertThat(held / (double) many).isBetween(0.76, 0.88);
        assertThat(said / many)
                .as("chances that were said, and what came")
                .isCloseTo(chances / (double) many, within(0.05));
    }

    @Test
    void fromNothingNothingIsForecast() {
        assertThatThrownBy(() -> new Outlook(0, new double[] {0.5, 1}, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Outlook(1, new double[] {0, 1}, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outlook from(int now, List<double[]> earlier, double[] season) {
        double[] evenly = IntStream.rangeClosed(now, MOMENTS)
                .mapToDouble(i -> i / (double) MOMENTS)
                .toArray();
        return new Outlook(
                season[now], evenly, earlier.stream().map(one -> tail(one, now)).toList());
    }

    private static double[] tail(double[] season, int now) {
        return IntStream.rangeClosed(now, MOMENTS).mapToDouble(i -> season[i]).toArray();
    }

    private static List<double[]> seasons(Random random, int number) {
        List<double[]> seasons = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            seasons.add(season(random));
        }
        return seasons;
    }

    /** About 1,000 in ten parts, most of it late, each part with chance of its own. */
    private static double[] season(Random random) {
        double[] sums = new double[MOMENTS + 1];
        for (int i = 1; i <= MOMENTS; i++) {
            double part = 1_000 * i / 55.0;
            sums[i] = sums[i - 1] + Math.max(1, part * (1 + 0.35 * random.nextGaussian()));
        }
        return sums;
    }
}
