package org.koploper.statistics;

import org.apache.commons.numbers.gamma.LogBeta;

/**
 * How much has to be done for so many results, by what came of earlier effort: how many calls for ten appointments.
 *
 * @param so what came of what was done so far; at least one result, else nothing can be told
 * @param target at least 1
 */
public record RequiredEffort(Proportion so, int target) {

    /** Beyond this it is no plan any more. */
    private static final int MOST = 10_000_000;

    /** @throws IllegalArgumentException when nothing has come of it yet, or nothing is aimed at */
    public RequiredEffort {
        if (so.hits() == 0 || target < 1) {
            throw new IllegalArgumentException("Nothing can be told for " + target + " from " + so);
        }
    }

    /** By the rate as it stands, rounded up; with it the target is missed almost every second time. */
    public int byRate() {
        return ceiling(so.rate());
    }

    /** By the highest and by the lowest rate that the interval at 95 % leaves open. */
    public Interval range() {
        Interval rate = so.interval();
        return new Interval(ceiling(rate.high()), ceiling(rate.low()));
    }

    private int ceiling(double rate) {
        // a hair less, since 10 / (9 / 90.0) is a little above 100 in binary
        return (int) Math.min(MOST, Math.ceil(target / rate - 1e-9));
    }

    /**
     * The least with which the target is reached with this certainty: what comes of it is beta-binomial, since the rate itself
     * is known from few counts only. Never less than the target.
     *
     * @param certainty between 0 and 1, both left out
     * @throws ArithmeticException when that would be more than ten million
     */
    public int at(double certainty) {
        int low = target - 1;
        int high = target;
        while (chance(high) < certainty) {
            low = high;
            high = Math.multiplyExact(high, 2);
            if (high > MOST) {
                throw new ArithmeticException("More than " + MOST + " for " + this);
            }
        }
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (chance(middle) < certainty) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** How probable it is to reach the target with so much effort. */
    public double chance(int effort) {
        if (effort < target) {
            return 0;
        }
        double hits = so.hits() + 0.5;
        double misses = so.misses() + 0.5;
        double fewer = 0;
        for (int results = 0; results < target; results++) {
            fewer += Math.exp(logChoose(effort, results)
                    + LogBeta.value(results + hits, effort - results + misses)
                    - LogBeta.value(hits, misses));
        }
        return 1 - fewer;
    }

    private static double logChoose(int of, int chosen) {
        return -Math.log1p(of) - LogBeta.value(of - chosen + 1.0, chosen + 1.0);
    }
}
