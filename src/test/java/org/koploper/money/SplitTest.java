package org.koploper.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {

    @ParameterizedTest(name = "{0} by {2} is {3}")
    @CsvSource({
        "100.00,  2, 60 40,          60.00 40.00",
        "100.00,  2, 1 1 1,          33.34 33.33 33.33",
        "0.02,    2, 1 1 1,          0.01 0.01 0.00",
        "0.05,    2, 0.5 0.3 0.2,    0.03 0.01 0.01",
        "-100.00, 2, 1 1 1,          -33.34 -33.33 -33.33",
        "10,      0, 0 1 0 2,        0 3 0 7",
        "0,       2, 1 2,            0.00 0.00",
        "100,     2, 10.34 31.46 51.46 6.74, 10.34 31.46 51.46 6.74"
    })
    void partsFollowTheWeightsAndTiesGoToTheEarlier(BigDecimal whole, int scale, String weights, String parts) {
        assertThat(Split.byWeights(whole, scale, numbers(weights))).isEqualTo(numbers(parts));
    }

    @Test
    void weightsMustMeanSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.byWeights(BigDecimal.TEN, 2, numbers("0 0")))
                .withMessageContaining("all zero");
        assertThatIllegalArgumentException().isThrownBy(() -> Split.byWeights(BigDecimal.TEN, 2, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.byWeights(BigDecimal.TEN, 2, numbers("2 -1")))
                .withMessageContaining("below zero");
    }

    @Test
    void anAmountFinerThanTheScaleCannotBeSplit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.byWeights(new BigDecimal("0.005"), 2, numbers("1 1")))
                .withMessageContaining("0.005");
    }

    @Test
    void partsAlwaysAddUpAndAreLessThanAUnitFromTheirExactShare() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SplitTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            BigDecimal whole = BigDecimal.valueOf(random.nextInt(-1_000_000, 1_000_000), 2);
            List<BigDecimal> weights = random.ints(random.nextInt(1, 8), 0, 1000)
                    .mapToObj(weight -> BigDecimal.valueOf(weight + 1L, 3))
                    .toList();

            List<BigDecimal> parts = Split.byWeights(whole, 2, weights);

            assertThat(sum(parts)).as("seed %d", seed).isEqualByComparingTo(whole);
            for (int i = 0; i < parts.size(); i++) {
                BigDecimal exact = whole.multiply(weights.get(i)).divide(sum(weights), 10, RoundingMode.HALF_UP);
                assertThat(parts.get(i).subtract(exact).abs())
                        .as("seed %d", seed)
                        .isLessThan(new BigDecimal("0.01"));
            }
        }
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BigDecimal> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }
}
