package org.koploper.commission.engine;

/** What a number in a reason counts, which decides how it is written. */
public enum Unit {
    /** Money in the currency that the plan pays in. */
    AMOUNT,
    /** Money in the currency that the plan calculates in, where it pays in another one. */
    CALCULATED,
    /** A fraction: 0.05 is 5 %. */
    RATE,
    /** A plain number. */
    COUNT
}
