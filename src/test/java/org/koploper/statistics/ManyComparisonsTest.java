package org.koploper.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;

/** What may be said when each of many is held against all the others. */
class ManyComparisonsTest {

    @Test
    void aGroupThatLiesAboveAllOthersHardlyLiesThereByChance() {
        RankedGroups groups = RankedGroups.of(List.of(
                new double[] {11, 12, 13, 14, 15}, new double[] {1, 2, 3, 4, 5}, new double[] {6, 7, 8, 9, 10}));

        assertThat(groups.higher(0)).isEqualTo(1);
        assertThat(groups.higher(1)).isZero();
        assertThat(groups.higher(2)).isEqualTo(0.5);
        assertThat(groups.byChance(0)).isLessThan(0.01);
        assertThat(groups.byChance(2)).isEqualTo(1);
    }

    @Test
    void itIsTheSameAsTheTestOfMannAndWhitneyOfEachAgainstTheRest() {
        Random random = new Random(20261127);
        for (int round = 0; round < 200; round++) {
            double[] one = sizes(random, 5 + random.nextInt(20));
            double[] two = sizes(random, 5 + random.nextInt(20));
            var known = MannWhitneyUTest.withDefaults()
                    .with(PValueMethod.ASYMPTOTIC)
                    .test(one, two);
            RankedGroups groups = RankedGroups.of(List.of(one, two));

            assertThat(groups.byChance(0)).isCloseTo(known.getPValue(), within(1e-9));
            assertThat(groups.byChance(1)).isCloseTo(known.getPValue(), within(1e-9));
            assertThat(groups.higher(0) * one.length * two.length).isCloseTo(known.getStatistic(), within(1e-9));
        }
    }

    /** Whole numbers, so that some are equal. */
    private static double[] sizes(Random random, int count) {
        return random.doubles(count, 0, 30).map(Math::floor).toArray();
    }

    @Test
    void ofNothingAndOfEqualValuesNothingIsSaid() {
        RankedGroups groups = RankedGroups.of(List.of(new double[] {}, new double[] {7, 7, 7}, new double[] {7, 7}));

        assertThat(groups.byChance(0)).isEqualTo(1);
        assertThat(groups.byChance(1)).isEqualTo(1);
        assertThat(groups.higher(0)).isEqualTo(0.5);
    }

    @Test
    void threeQuotesInTwentyDaysBesideThirtyInTwoHundredAreAsOften() {
        TwoCounts counts = new TwoCounts(3, 20, 30, 200);

        assertThat(counts.expected()).isEqualTo(3);
        assertThat(counts.byChance()).isGreaterThan(0.9);
        assertThat(new TwoCounts(12, 20, 30, 200).byChance()).isLessThan(0.001);
        assertThat(new TwoCounts(0, 20, 0, 200).byChance()).isEqualTo(1);
    }

    @Test
    void whoDidNotLookAtAllCannotBeCompared() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TwoCounts(1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TwoCounts(-1, 1, 1, 1));
    }

    @Test
    void theExampleOfBenjaminiAndHochbergHasFourDifferences() {
        List<Double> byChance = List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0);

        assertThat(Discoveries.among(byChance, 0.05).stream().filter(found -> found))
                .hasSize(4);
    }

    @Test
    void differencesStayInTheirPlacesAndOfNoneThereIsNone() {
        assertThat(Discoveries.among(List.of(0.9, 0.001, 0.5, 0.002), 0.1)).containsExactly(false, true, false, true);
        assertThat(Discoveries.among(List.of(), 0.1)).isEmpty();
    }
}
