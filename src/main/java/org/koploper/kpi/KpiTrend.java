package org.koploper.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;
import org.koploper.statistics.Trend;

/**
 * A KPI over time, taken apart.
 *
 * @param steps stretches of time in their order, at least one
 * @param lines the largest ones, the largest first, and the others together as the last one where there are more; none where
 *     it was not taken apart or there is nothing
 * @param all everything together
 * @param course whether all together rises or falls, by what is over; null with fewer steps than {@link Trend#FEWEST}, where
 *     chance has an unknown part, and where what began later has had less time
 */
public record KpiTrend(
        Kpi kpi,
        List<Period> steps,
        List<Line> lines,
        Line all,
        @Nullable Trend course) {

    /** How many stand alone at most. */
    public static final int MOST_LINES = 7;

    /**
     * One of the things it is taken apart by.
     *
     * @param key external id or name; empty where the records do not say; null for several together
     * @param name as a reader knows it; null for several together and where the records do not say
     * @param together how many it stands for
     * @param whole over all steps together
     * @param steps one reading for each step
     */
    public record Line(@Nullable String key, @Nullable String name, int together, Reading whole, List<Reading> steps) {

        public Line {
            steps = List.copyOf(steps);
        }
    }

    public KpiTrend {
        steps = List.copyOf(steps);
        lines = List.copyOf(lines);
    }
}
