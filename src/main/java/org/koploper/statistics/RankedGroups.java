package org.koploper.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Sizes of several groups, of which nobody says how they are distributed, put into one order: where each group lies among all
 * the others together. The test of Mann and Whitney, ties sharing their ranks and corrected for, by the normal approximation
 * with its half step: for a few values it finds rather too little than too much. Ordered once, whatever the number of groups.
 */
public final class RankedGroups {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final int[] from;
    private final int all;
    private final Ranks ranks;

    private RankedGroups(int[] from, int all, Ranks ranks) {
        this.from = from;
        this.all = all;
        this.ranks = ranks;
    }

    /** @param groups empty ones too: of them nothing can be told */
    public static RankedGroups of(List<double[]> groups) {
        int[] from = new int[groups.size() + 1];
        for (int i = 0; i < groups.size(); i++) {
            from[i + 1] = from[i] + groups.get(i).length;
        }
        double[] values = groups.stream().flatMapToDouble(Arrays::stream).toArray();
        return new RankedGroups(from, values.length, Ranks.of(values));
    }

    /**
     * How often chance alone puts a group at least as far apart from all others, to either side; 1 where it or the others are
     * empty, or all values are equal.
     */
    public double byChance(int group) {
        double count = all;
        double variance =
                own(group) * others(group) / 12 * (count + 1 - (all < 2 ? 0 : ranks.ties() / (count * (count - 1))));
        if (variance <= 0) {
            return 1;
        }
        double apart = Math.max(0, Math.abs(above(group) - own(group) * others(group) / 2) - 0.5);
        return Math.min(1, 2 * NORMAL.survivalProbability(apart / Math.sqrt(variance)));
    }

    /** The chance that a value of the group is above one of the others, equal ones half; 0.5 where there is nothing to tell. */
    public double higher(int group) {
        double pairs = own(group) * others(group);
        return pairs == 0 ? 0.5 : above(group) / pairs;
    }

    /** In how many pairs the group's value is above the other one. */
    private double above(int group) {
        return ranks.sum(from[group], from[group + 1]) - own(group) * (own(group) + 1) / 2;
    }

    private double own(int group) {
        return (double) from[group + 1] - from[group];
    }

    private double others(int group) {
        return all - own(group);
    }
}
