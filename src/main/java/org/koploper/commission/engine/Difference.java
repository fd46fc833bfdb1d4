package org.koploper.commission.engine;

import java.math.BigDecimal;

/**
 * One entry to append.
 *
 * @param key of the line
 * @param line as it is now; where it is gone, a line of zero whose reason says {@link Label#GONE}
 * @param delta what to add to the amount held, zero where only base, rate or reason changed or where zero is explained
 */
public record Difference(String key, Line line, BigDecimal delta, Change change) {}
