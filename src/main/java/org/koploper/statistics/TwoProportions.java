package org.koploper.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.inference.FisherExactTest;

/** Two rates side by side. Whether their intervals overlap says nothing about it, so nobody has to look at that. */
public record TwoProportions(Proportion first, Proportion second) {

    /** Into how many equally likely parts a belief is cut. */
    private static final int PARTS = 2_000;

    /** Rate of the first less rate of the second. */
    public double difference() {
        return first.rate() - second.rate();
    }

    /**
     * Where the true difference lies, at 95 %: Newcombe's method 10, from both Wilson intervals (Statistics in Medicine 17,
     * 1998, 873–890).
     */
    public Interval interval() {
        Interval one = first.interval();
        Interval two = second.interval();
        double below = Math.hypot(first.rate() - one.low(), two.high() - second.rate());
        double above = Math.hypot(one.high() - first.rate(), second.rate() - two.low());
        return new Interval(difference() - below, difference() + above);
    }

    /** How often chance alone gives a difference at least as unlikely as this one: Fisher's exact test, both sides. */
    public double byChance() {
        int[][] table = {{first.hits(), first.misses()}, {second.hits(), second.misses()}};
        return FisherExactTest.withDefaults().test(table).getPValue();
    }

    /** Whether the difference may be called one: less than once in twenty by chance. */
    public boolean differ() {
        return byChance() < 1 - Proportion.CERTAINTY;
    }

    /** How probable it is that the true rate of the first is above that of the second, nothing known before. */
    public double firstIsBetter() {
        BetaDistribution one = first.belief();
        BetaDistribution two = second.belief();
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            double rate = one.inverseCumulativeProbability((part + 0.5) / PARTS);
            sum += two.cumulativeProbability(rate);
        }
        return sum / PARTS;
    }
}
