package org.koploper.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Whether several groups differ at all, before anybody is compared with anybody.
 *
 * @param statistic what the test found
 * @param degrees of freedom
 * @param byChance how often chance alone gives as much
 */
public record Groups(double statistic, int degrees, double byChance) {

    /** Whether it may be said that they differ: less than once in twenty by chance. */
    public boolean differ() {
        return byChance < 1 - Proportion.CERTAINTY;
    }

    /**
     * Of rates: Pearson's test of a table of hits and misses.
     *
     * @param groups at least two, of which some have hits and some have misses
     */
    public static Groups byRates(List<Proportion> groups) {
        long[][] table = groups.stream()
                .map(group -> new long[] {group.hits(), group.misses()})
                .toArray(long[][]::new);
        var found = ChiSquareTest.withDefaults().test(table);
        return new Groups(found.getStatistic(), groups.size() - 1, found.getPValue());
    }

    /**
     * Of sizes, of which nobody says how they are distributed: the test of Kruskal and Wallis on ranks, ties sharing theirs
     * and corrected for.
     *
     * @param groups at least two, none empty
     */
    public static Groups bySizes(List<double[]> groups) {
        int[] from = new int[groups.size() + 1];
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).length == 0) {
                throw new IllegalArgumentException("Group " + i + " is empty");
            }
            from[i + 1] = from[i] + groups.get(i).length;
        }
        double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        Ranks ranks = Ranks.of(all);
        double count = all.length;
        double sum = 0;
        for (int i = 0; i < groups.size(); i++) {
            double own = ranks.sum(from[i], from[i + 1]);
            sum += own * own / groups.get(i).length;
        }
        double h = (12 / (count * (count + 1)) * sum - 3 * (count + 1))
                / (1 - ranks.ties() / (count * count * count - count));
        int degrees = groups.size() - 1;
        return new Groups(h, degrees, ChiSquaredDistribution.of(degrees).survivalProbability(h));
    }
}
