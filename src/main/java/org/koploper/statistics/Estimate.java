package org.koploper.statistics;

import java.util.Map;
import java.util.NavigableMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A number in which chance has a part, and how large that part is. Two of them can be held against each other once each
 * rests on ten cases or more; for rates there is {@link TwoProportions}, which needs fewer.
 *
 * @param variance of the number, not below zero
 */
public record Estimate(double value, double variance) {

    /** Of every twenty intervals one misses the truth. */
    private static final double Z =
            NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + Proportion.CERTAINTY) / 2);

    /** How often something happened that comes by itself, as in a Poisson process. */
    public static Estimate ofCount(double count) {
        return new Estimate(count, Math.max(0, count));
    }

    /**
     * The sum of sizes that come by themselves, as in a compound Poisson process.
     *
     * @param squares sum of the squares of those sizes
     */
    public static Estimate ofSum(double sum, double squares) {
        return new Estimate(sum, Math.max(0, squares));
    }

    /**
     * The mean of sizes.
     *
     * @param squares sum of their squares
     * @param count above one
     */
    public static Estimate ofMean(double sum, double squares, double count) {
        double mean = sum / count;
        return new Estimate(mean, Math.max(0, (squares - sum * mean) / (count - 1)) / count);
    }

    /**
     * The median of whole numbers that were counted: its interval lies between two of them whose ranks are binomial.
     *
     * @param counts how many there are of each number, together at least one
     */
    public static Estimate ofMedian(NavigableMap<Integer, ? extends Number> counts) {
        double all = counts.values().stream().mapToDouble(Number::doubleValue).sum();
        double step = Z * Math.sqrt(all) / 2;
        double low = at(counts, all / 2 - step);
        double high = at(counts, all / 2 + step);
        double middle = at(counts, all / 2);
        double deviation = (high - low) / 2 / Z;
        return new Estimate(middle, deviation * deviation);
    }

    private static double at(NavigableMap<Integer, ? extends Number> counts, double rank) {
        double below = 0;
        for (Map.Entry<Integer, ? extends Number> entry : counts.entrySet()) {
            below += entry.getValue().doubleValue();
            if (below > 0 && below >= rank) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }

    /** For each of so many, such as days. */
    public Estimate per(double exposure) {
        return new Estimate(value / exposure, variance / (exposure * exposure));
    }

    /** Where the true difference to another one lies, at 95 %. */
    public Interval minus(Estimate other) {
        double deviation = Math.sqrt(variance + other.variance);
        double difference = value - other.value;
        return new Interval(difference - Z * deviation, difference + Z * deviation);
    }
}
