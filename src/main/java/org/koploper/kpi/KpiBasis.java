package org.koploper.kpi;

import java.util.Locale;

/** What counts as having happened in a period, for a rate of something that begins and ends on different days. */
public enum KpiBasis {
    /** What was decided in the period: won of all that was won or lost. */
    CLOSE,
    /** What began in the period, whatever became of it since: won of all that was begun. */
    COHORT;

    /** As the interface names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
