package org.koploper.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.koploper.period.Period;

/**
 * The four numbers of somebody over a period, and how they moved.
 *
 * @param day the last one that counts, on which quotes are open
 * @param now of every {@link Meter}
 * @param openValue what the open quotes are worth
 * @param before against the period before, only as far as this one has come
 * @param yearBefore against the same days a year before, likewise
 * @param course whole periods, the last one being this one
 */
public record Dashboard(
        Period period,
        LocalDate day,
        Map<Meter, Reading> now,
        Reading openValue,
        Map<Meter, Change> before,
        Map<Meter, Change> yearBefore,
        List<Past> course) {

    /**
     * What it was, and whether it may be said that it is another now.
     *
     * @param days that were counted; of what is open, the last of them
     */
    public record Change(Period days, Reading then, Beside beside) {}

    /** One period of the course. */
    public record Past(Period period, Map<Meter, Reading> readings) {}
}
