package org.koploper.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Worked cases whose figures were computed by another library in another language. */
class StatisticalCasesTest {

    private static final Offset<Double> PRINTED = within(1e-6);

    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/rates.csv", delimiter = '|')
    void aRateLiesBetween(int hits, int of, double rate, double low, double high) {
        Proportion proportion = new Proportion(hits, of);

        assertThat(proportion.rate()).isCloseTo(rate, PRINTED);
        assertThat(proportion.interval().low()).isCloseTo(low, PRINTED);
        assertThat(proportion.interval().high()).isCloseTo(high, PRINTED);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/two-rates.csv", delimiter = '|')
    void twoRatesDifferBy(
            int hits,
            int of,
            int otherHits,
            int otherOf,
            double difference,
            double low,
            double high,
            double byChance,
            boolean differ) {
        TwoProportions two = new TwoProportions(new Proportion(hits, of), new Proportion(otherHits, otherOf));

        assertThat(two.difference()).isCloseTo(difference, PRINTED);
        assertThat(two.interval().low()).isCloseTo(low, PRINTED);
        assertThat(two.interval().high()).isCloseTo(high, PRINTED);
        assertThat(two.byChance()).isCloseTo(byChance, PRINTED);
        assertThat(two.differ()).isEqualTo(differ);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/needed.csv", delimiter = '|')
    void aTargetTakesSoMany(ArgumentsAccessor row) {
        RequiredEffort needed =
                new RequiredEffort(new Proportion(row.getInteger(0), row.getInteger(1)), row.getInteger(2));

        assertThat(needed.byRate()).isEqualTo(row.getInteger(3));
        assertThat(needed.range()).isEqualTo(new Interval(row.getDouble(4), row.getDouble(5)));
        assertThat(List.of(0.5, 0.8, 0.9, 0.95))
                .extracting(needed::at)
                .containsExactly(row.getInteger(6), row.getInteger(7), row.getInteger(8), row.getInteger(9));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/courses.csv", delimiter = '|')
    void aCourseRisesFallsOrNeither(String hits, String of, double z, double byChance) {
        int[] parts = numbers(hits);
        int[] wholes = numbers(of);
        Trend trend = Trend.ofRates(IntStream.range(0, parts.length)
                .mapToObj(i -> new Proportion(parts[i], wholes[i]))
                .toList());

        assertThat(trend.z()).isCloseTo(z, PRINTED);
        assertThat(trend.byChance()).isCloseTo(byChance, PRINTED);
        assertThat(trend.isOne()).isEqualTo(byChance < 0.05);
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/groups.csv", delimiter = '|')
    void severalGroupsDifferOrNot(String kind, String groups, double statistic, int degrees, double byChance) {
        Groups compared = kind.equals("sizes") ? Groups.bySizes(sizes(groups)) : Groups.byRates(rates(groups));

        assertThat(compared.statistic()).isCloseTo(statistic, PRINTED);
        assertThat(compared.degrees()).isEqualTo(degrees);
        assertThat(compared.byChance()).isCloseTo(byChance, PRINTED);
    }

    private static List<double[]> sizes(String groups) {
        return Arrays.stream(groups.split("; "))
                .map(group -> Arrays.stream(group.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private static List<Proportion> rates(String groups) {
        return Arrays.stream(groups.split(" "))
                .map(rate -> rate.split("/"))
                .map(parts -> new Proportion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])))
                .toList();
    }
}
