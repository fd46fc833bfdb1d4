package org.koploper.kpi;

/** How the expectation gets from the first day of a goal to its end. */
public enum GoalShape {
    /** The same each month; where there are no whole months, each day. */
    LINEAR,
    /** By the same percentage each month, or each day. */
    COMPOUND,
    /** The same each day that there was to work. */
    WORKING_DAYS,
    /** As it came in on the same days a year before. */
    SEASONAL
}
