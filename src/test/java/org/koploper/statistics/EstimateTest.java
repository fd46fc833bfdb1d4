package org.koploper.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What can be said of the difference of two numbers that are no rates. */
class EstimateTest {

    @Test
    void twoCountsOfAHundredDifferByChanceUpToTwentyEight() {
        Interval between = Estimate.ofCount(100).minus(Estimate.ofCount(100));

        assertThat(between.low()).isCloseTo(-27.72, within(0.01));
        assertThat(between.high()).isCloseTo(27.72, within(0.01));
        assertThat(Estimate.ofCount(140).minus(Estimate.ofCount(100)).low()).isPositive();
    }

    @Test
    void theSameCountInTwiceTheDaysIsHalfAsMuchADay() {
        Interval between =
                Estimate.ofCount(100).per(10).minus(Estimate.ofCount(100).per(20));

        assertThat((between.low() + between.high()) / 2).isCloseTo(5, within(1e-9));
        assertThat(between.contains(0)).isFalse();
    }

    @Test
    void aSumOfAFewLargeOrdersIsLessSureThanOneOfManySmallOnes() {
        Interval few = Estimate.ofSum(1000, 10 * 100 * 100).minus(Estimate.ofSum(700, 7 * 100 * 100));
        Interval many = Estimate.ofSum(1000, 1000).minus(Estimate.ofSum(700, 700));

        assertThat(few.contains(0)).isTrue();
        assertThat(many.contains(0)).isFalse();
    }

    @Test
    void aMeanHasTheErrorOfTheTextbook() {
        // 1 to 5: mean 3, variance 2.5, of the mean 0.5
        assertThat(Estimate.ofMean(15, 55, 5)).isEqualTo(new Estimate(3, 0.5));
    }

    @Test
    void theSameCaseOverAndOverLeavesNothingToChance() {
        TreeMap<Integer, Integer> seven = new TreeMap<>();
        seven.put(7, 50);

        assertThat(Estimate.ofMedian(seven)).isEqualTo(new Estimate(7, 0));
        assertThat(Estimate.ofMean(350, 2450, 50)).isEqualTo(new Estimate(7, 0));
    }

    @Test
    void intervalsOfMediansMissTheTruthAboutOnceInTwenty() {
        Random random = new Random(7);
        int missed = 0;
        for (int i = 0; i < 2000; i++) {
            missed += median(random).minus(median(random)).contains(0) ? 0 : 1;
        }
        assertThat(missed).isBetween(40, 160);
    }

    private static Estimate median(Random random) {
        TreeMap<Integer, Integer> days = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            days.merge((int) Math.round(30 * Math.exp(random.nextGaussian() / 2)), 1, Integer::sum);
        }
        return Estimate.ofMedian(days);
    }
}
