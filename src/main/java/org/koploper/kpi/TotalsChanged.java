package org.koploper.kpi;

/**
 * The daily totals of the persons and days of this batch ({@code touched_days}) are up to date; boards and commission
 * follow.
 */
public record TotalsChanged(long batch) {}
