package org.koploper.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether a goal is specific, measurable, acceptable, realistic and bound in time. Specific and bound in time it always is:
 * nothing else can be stored.
 *
 * @param measurable whether anything was ever measured of what it counts
 * @param acceptance how far owner and manager agree
 * @param history how often as much was reached before; null where that cannot be compared
 */
public record Smart(
        boolean measurable, Acceptance acceptance, @Nullable History history) {

    /**
     * The growth that is needed, placed among what there was: "reached in 2 of the last 12 quarters".
     *
     * @param needed of a rate in points, else as a share of what was before
     * @param best the most there ever was in that time, likewise
     * @param reached in how many of the periods
     * @param periods of how many that could be compared, at most 12
     */
    public record History(BigDecimal needed, BigDecimal best, int reached, int periods) {

        /** With fewer periods than these nothing can be said. */
        private static final int LEAST = 4;

        /** Whether there is enough of it to say anything. */
        public boolean isEnough() {
            return periods >= LEAST;
        }

        /** Whether it happened less often than one time in ten. */
        public boolean isRare() {
            return isEnough() && reached * 10 < periods;
        }
    }
}
