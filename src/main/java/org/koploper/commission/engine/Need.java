package org.koploper.commission.engine;

/** What terms ask for beside amounts, days, shares and numbers of deals. */
public enum Need {
    /** What the goods of a deal cost. */
    COST,
    /** Units sold. */
    QUANTITY,
    /** Products, segments and whatever else tells one kind of deal from another. */
    TRAITS,
    /** Since when somebody works here. */
    SERVICE,
    /** Everybody's own quota. */
    QUOTAS,
    /** Scores of objectives. */
    SCORES,
    /** What the people below sell, by the reporting line of the day. */
    TEAM,
    /** What people below earn on what they sell. */
    LOWER_LEVELS,
    /** Credits on top of those who share a deal. */
    OVERLAY,
    /** The parts of all who share a deal. */
    SHARES,
    /** What others earn or reach. */
    OTHERS,
    /** Months in which nothing was sold too, since they pay something. */
    EVERY_MONTH
}
