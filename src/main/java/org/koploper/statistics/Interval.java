package org.koploper.statistics;

/**
 * Where the truth lies with the certainty that was asked for.
 *
 * @param low not above {@code high}
 */
public record Interval(double low, double high) {

    /** Whether that value is among what may be true. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Half of what lies between both ends. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
