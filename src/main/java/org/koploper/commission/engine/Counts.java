package org.koploper.commission.engine;

/**
 * What moves the position of a component where that is not what it pays on: a two-year deal that counts one and a half
 * times towards the quota, units that decide the rate of an amount.
 *
 * @param multipliers by kind of credit; one that no case chooses does not move the position
 */
public record Counts(Measure measure, Rates multipliers) {}
