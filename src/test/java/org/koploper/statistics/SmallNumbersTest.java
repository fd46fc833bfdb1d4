package org.koploper.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be said of a week of calls, and what not. The figures were computed by other means. */
class SmallNumbersTest {

    private static final Offset<Double> PRINTED = within(1e-5);

    @ParameterizedTest
    @CsvSource({
        "38, 108, 0.268290, 0.445591",
        "9,  108, 0.044460, 0.150829",
        "9,  38,  0.130, 0.392",
        "20, 100, 0.133367, 0.288829",
        "0,  4,   0.0, 0.489891",
        "16, 35,  0.304660, 0.618103"
    })
    void aRateComesWithWhereItMayLie(int hits, int of, double low, double high) {
        Interval interval = new Proportion(hits, of).interval();

        assertThat(interval.low()).isCloseTo(low, within(of == 38 ? 5e-4 : 1e-5));
        assertThat(interval.high()).isCloseTo(high, within(of == 38 ? 5e-4 : 1e-5));
    }

    @Test
    void ofNothingThereIsNoRate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(5, 4));
    }

    @Test
    void tenAppointmentsTake120CallsByTheRateAnd166ToBeFairlySure() {
        RequiredEffort ten = new RequiredEffort(new Proportion(9, 108), 10);

        assertThat(ten.byRate()).isEqualTo(120);
        assertThat(ten.range()).isEqualTo(new Interval(67, 225));
        assertThat(ten.at(0.5)).isEqualTo(114);
        assertThat(ten.at(0.8)).isEqualTo(166);
        assertThat(ten.at(0.9)).isEqualTo(203);
        assertThat(new RequiredEffort(new Proportion(9, 108), 15).at(0.8)).isEqualTo(245);
    }

    @Test
    void fiveWeeksOfTheSameMakeItLess() {
        assertThat(new RequiredEffort(new Proportion(45, 540), 10).at(0.8)).isEqualTo(153);
    }

    @Test
    void theChanceOfReachingItIsWhatALotOfTriesGive() {
        RequiredEffort ten = new RequiredEffort(new Proportion(9, 108), 10);
        Random random = new Random(9_38_106);
        int reached = 0;
        int tries = 20_000;
        for (int i = 0; i < tries; i++) {
            double rate = ten.so().belief().inverseCumulativeProbability(random.nextDouble());
            int meetings = 0;
            for (int call = 0; call < 166; call++) {
                meetings += random.nextDouble() < rate ? 1 : 0;
            }
            reached += meetings >= 10 ? 1 : 0;
        }
        assertThat((double) reached / tries).isCloseTo(ten.chance(166), within(0.01));
    }

    @Test
    void nothingIsForetoldFromNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequiredEffort(new Proportion(0, 40), 10));
    }

    @Test
    void oneWeekDoesNotTellASecondRepFromTheFirst() {
        TwoProportions week = new TwoProportions(new Proportion(9, 108), new Proportion(4, 120));

        assertThat(week.difference()).isCloseTo(0.05, PRINTED);
        assertThat(week.interval().low()).isCloseTo(-0.013, within(1e-3));
        assertThat(week.interval().high()).isCloseTo(0.120, within(1e-3));
        assertThat(week.byChance()).isCloseTo(0.15, within(0.01));
        assertThat(week.firstIsBetter()).isCloseTo(0.95, within(0.005));
        assertThat(week.differ()).isFalse();
    }

    @Test
    void fiveWeeksOfTheSameDo() {
        TwoProportions weeks = new TwoProportions(new Proportion(45, 540), new Proportion(20, 600));

        assertThat(weeks.interval().low()).isCloseTo(0.02300904, PRINTED);
        assertThat(weeks.interval().high()).isCloseTo(0.0788188, PRINTED);
        assertThat(weeks.byChance()).isCloseTo(0.00029905, within(1e-7));
        assertThat(weeks.differ()).isTrue();
    }

    @Test
    void tooLittleDataUntilTheIntervalIsNarrow() {
        assertThat(new Proportion(9, 108).isSettled()).isFalse();
        assertThat(new Proportion(58, 700).isSettled()).isTrue();
        assertThat(new Proportion(0, 700).isSettled()).isFalse();
    }

    @Test
    void aRateThatRisesWeekAfterWeekIsATrend() {
        List<Proportion> rising = new ArrayList<>();
        List<Proportion> level = new ArrayList<>();
        for (int week = 0; week < 8; week++) {
            rising.add(new Proportion(4 + 2 * week, 100));
            level.add(new Proportion(week % 2 == 0 ? 9 : 8, 100));
        }

        assertThat(Trend.ofRates(rising).isOne()).isTrue();
        assertThat(Trend.ofRates(rising).z()).isPositive();
        assertThat(Trend.ofRates(level).isOne()).isFalse();
        assertThat(Trend.ofRates(List.of(new Proportion(0, 10), new Proportion(0, 20))))
                .isEqualTo(new Trend(0, 1));
    }

    /** Two spans: there the test for a trend is the test of two rates, without a correction. */
    @Test
    void overTwoSpansATrendIsADifference() {
        Trend trend = Trend.ofRates(List.of(new Proportion(9, 108), new Proportion(4, 120)));
        Groups groups = Groups.byRates(List.of(new Proportion(9, 108), new Proportion(4, 120)));

        assertThat(trend.z() * trend.z()).isCloseTo(groups.statistic(), within(1e-9));
        assertThat(trend.byChance()).isCloseTo(groups.byChance(), within(1e-9));
        assertThat(trend.z()).isNegative();
    }

    @Test
    void fewerCallsInAShortWeekAreNoTrend() {
        List<Integer> calls = List.of(100, 98, 80, 102, 61, 40);
        List<Double> days = List.of(5.0, 5.0, 4.0, 5.0, 3.0, 2.0);

        assertThat(Trend.ofCounts(calls, days).isOne()).isFalse();
        assertThat(Trend.ofCounts(calls, List.of(5.0, 5.0, 5.0, 5.0, 5.0, 5.0)).z())
                .isNegative();
        assertThat(Trend.ofCounts(calls, List.of(5.0, 5.0, 5.0, 5.0, 5.0, 5.0)).isOne())
                .isTrue();
    }

    @Test
    void groupsOfTheSameKindDoNotDiffer() {
        List<double[]> same =
                List.of(new double[] {1, 4, 7, 10}, new double[] {2, 5, 8, 11}, new double[] {3, 6, 9, 12});
        // by hand: sums of ranks 22, 26, 30 of twelve without ties; 12/(12·13)·(22²+26²+30²)/4 − 3·13
        assertThat(Groups.bySizes(same).statistic()).isCloseTo(12.0 / 156 * (484 + 676 + 900) / 4 - 39, within(1e-9));
        assertThat(Groups.bySizes(same).differ()).isFalse();
        assertThat(Groups.bySizes(List.of(new double[] {1, 2, 3, 4, 5}, new double[] {11, 12, 13, 14, 15}))
                        .differ())
                .isTrue();
    }
}
