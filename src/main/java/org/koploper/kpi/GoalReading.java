package org.koploper.kpi;

/** What a goal compares: "14 percent more in three months" says something else in each of them. */
public enum GoalReading {
    /** The last month, quarter or week of the goal against the one before it began; of a state, its last day. */
    LEVEL,
    /** All of its time together. A total of revenue or deals is a target: boards and plans go by it. */
    TOTAL,
    /** All of its time together, against the same days a year before. */
    VS_LAST_YEAR,
    /** A rate over its time, some percentage points above what it was: 30 % to 35 %. */
    RATIO_POINTS,
    /** A rate over its time, some percent of itself above what it was: 30 % to 31.5 %. */
    RATIO_RELATIVE;

    /** Whether it begins at nothing and adds up. */
    public boolean isSum() {
        return this == TOTAL || this == VS_LAST_YEAR;
    }

    /** Whether it is about a rate. */
    public boolean isRatio() {
        return this == RATIO_POINTS || this == RATIO_RELATIVE;
    }
}
