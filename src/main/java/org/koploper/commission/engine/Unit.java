package org.koploper.commission.engine;

/** What a number in a reason counts, which decides how it is written. */
public enum Unit {
    /** Money in the plan's currency. */
    AMOUNT,
    /** A fraction: 0.05 is 5 %. */
    RATE,
    /** A plain number. */
    COUNT
}
