package org.koploper.kpi;

/** Which way is better. */
public enum KpiDirection {
    HIGHER,
    /** Days, costs, losses. */
    LOWER
}
