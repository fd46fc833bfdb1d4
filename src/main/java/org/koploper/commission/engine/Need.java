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
    /** Months in which nothing was sold too, since they pay something. */
    EVERY_MONTH
}
