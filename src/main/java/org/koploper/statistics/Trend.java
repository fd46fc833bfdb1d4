package org.koploper.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether something rises or falls over equal spans, or only wavers.
 *
 * @param z above zero where it rises: by how many standard deviations of chance
 * @param byChance how often chance alone gives as much, to either side
 */
public record Trend(double z, double byChance) {

    /** Below this many spans there are only dots. */
    public static final int FEWEST = 6;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static Trend of(double z) {
        return new Trend(z, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    /** Whether it may be called one: less than once in twenty by chance. */
    public boolean isOne() {
        return byChance < 1 - Proportion.CERTAINTY;
    }

    /**
     * Of a rate, span after span: the test of Cochran and Armitage.
     *
     * @param course in time; at least two
     */
    public static Trend ofRates(List<Proportion> course) {
        require(course.size());
        double all = 0;
        double hits = 0;
        double spans = 0;
        double squares = 0;
        double met = 0;
        for (int span = 0; span < course.size(); span++) {
            Proportion one = course.get(span);
            all += one.of();
            hits += one.hits();
            spans += (double) span * one.of();
            squares += (double) span * span * one.of();
            met += (double) span * one.hits();
        }
        double rate = hits / all;
        double variance = rate * (1 - rate) * (squares - spans * spans / all);
        return variance <= 0 ? new Trend(0, 1) : of((met - rate * spans) / Math.sqrt(variance));
    }

    /**
     * Of counts, each by its exposure: calls per working day, week after week. The score test of a Poisson regression on time.
     *
     * @param counts in time; at least two
     * @param exposure as many, above zero
     */
    public static Trend ofCounts(List<Integer> counts, List<Double> exposure) {
        require(counts.size());
        if (counts.size() != exposure.size()) {
            throw new IllegalArgumentException(counts.size() + " counts for " + exposure.size() + " exposures");
        }
        double all = counts.stream().mapToInt(Integer::intValue).sum();
        double days = exposure.stream().mapToDouble(Double::doubleValue).sum();
        double middle = 0;
        double squares = 0;
        double score = 0;
        for (int span = 0; span < counts.size(); span++) {
            double expected = all * exposure.get(span) / days;
            score += span * (counts.get(span) - expected);
            middle += span * exposure.get(span) / days;
            squares += (double) span * span * exposure.get(span) / days;
        }
        double variance = all * (squares - middle * middle);
        return variance <= 0 ? new Trend(0, 1) : of(score / Math.sqrt(variance));
    }

    private static void require(int spans) {
        if (spans < 2) {
            throw new IllegalArgumentException("No trend in " + spans);
        }
    }
}
