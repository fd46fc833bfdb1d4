package org.koploper.kpi;

import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;
import org.koploper.statistics.Interval;

/**
 * A KPI beside what it was.
 *
 * @param previous in as many days of the period before
 * @param yearBefore a year earlier, up to the same working day
 */
public record KpiCompared(Reading now, Earlier previous, Earlier yearBefore) {

    /**
     * What it was, and what can be said of the difference.
     *
     * @param period the days that were read
     * @param between where the true difference of now less then lies, at 95 %, in the unit of the KPI; null where nothing can
     *     be said of it
     */
    public record Earlier(
            Period period, Reading reading, @Nullable Interval between, Verdict verdict) {}

    /** What can be said of a difference. */
    public enum Verdict {
        MORE,
        LESS,
        /** Chance alone gives as much. */
        MAY_BE_CHANCE,
        /** Now or then there were too few cases, or nothing at all. */
        TOO_LITTLE,
        /** It is not known how far chance moves this one, or what began later has had less time. */
        UNTOLD
    }
}
