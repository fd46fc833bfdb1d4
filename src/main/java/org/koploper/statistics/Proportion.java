package org.koploper.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * So many out of so many: 9 appointments of 38 conversations.
 *
 * @param hits from 0 to {@code of}
 * @param of at least 1: of nothing no rate can be told
 */
public record Proportion(int hits, int of) {

    /** Of every twenty intervals one misses the truth. */
    static final double CERTAINTY = 0.95;

    /** A rate is known well enough when its interval reaches no further than this part of it to each side. */
    private static final double SETTLED = 0.25;

    /** @throws IllegalArgumentException when there are none, or more hits than there are */
    public Proportion {
        if (of < 1 || hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " out of " + of + " is no proportion");
        }
    }

    /** From 0 to 1. */
    public double rate() {
        return (double) hits / of;
    }

    /** The other ones. */
    public int misses() {
        return of - hits;
    }

    /** Both together, as if they had been counted at once; never the mean of two rates. */
    public Proportion and(Proportion other) {
        return new Proportion(Math.addExact(hits, other.hits), Math.addExact(of, other.of));
    }

    /** Wilson's score interval at 95 %; within 0 and 1 also for a few and for none. */
    public Interval interval() {
        return interval(CERTAINTY);
    }

    /** @param certainty between 0 and 1, both left out */
    public Interval interval(double certainty) {
        var interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(of, hits, 1 - certainty);
        return new Interval(interval.getLowerBound(), interval.getUpperBound());
    }

    /** Whether one may speak of a rate without saying "too little data": half of the interval is at most a quarter of it. */
    public boolean isSettled() {
        return hits > 0 && interval().halfWidth() <= rate() * SETTLED;
    }

    /** What may be thought of the rate after these counts, when nothing was known before (Jeffreys' prior). */
    BetaDistribution belief() {
        return BetaDistribution.of(hits + 0.5, misses() + 0.5);
    }
}
