package org.koploper.commission.engine;

/** Of which day the exchange rate is. */
public enum RateDay {
    /** Of the day on which the deal was won, also when it is taken back later. */
    CLOSE,
    /** Of the day of the invoice; a deal without one is not paid yet. */
    INVOICE,
    /** Of the last day of the month that pays it. */
    PERIOD_END,
    /** Of the day on which the month is paid, in the next one. */
    PAY,
    /** The plan's own rate, on all days. */
    FIXED
}
