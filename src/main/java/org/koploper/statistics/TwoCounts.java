package org.koploper.statistics;

import org.apache.commons.statistics.inference.BinomialTest;

/**
 * How often something happened on two sides, each by how long one looked: open quotes by days at work.
 *
 * @param first at least 0, as {@code second}
 * @param exposure of the first, above 0, as {@code otherExposure} of the second
 */
public record TwoCounts(int first, double exposure, int second, double otherExposure) {

    /** @throws IllegalArgumentException for a count below zero, or where one did not look at all */
    public TwoCounts {
        if (first < 0 || second < 0 || !(exposure > 0) || !(otherExposure > 0)) {
            throw new IllegalArgumentException(first + " in " + exposure + ", " + second + " in " + otherExposure);
        }
    }

    /** What the first would be if both happened equally often. */
    public double expected() {
        return second * exposure / otherExposure;
    }

    /**
     * How often chance alone gives a difference at least as unlikely, to either side. Of independent events the part that falls
     * to one side is binomial once it is known how many there were: exact, by the exposures.
     */
    public double byChance() {
        int both = Math.addExact(first, second);
        return both == 0
                ? 1
                : BinomialTest.withDefaults()
                        .test(both, first, exposure / (exposure + otherExposure))
                        .getPValue();
    }
}
