package org.koploper.commission.engine;

/**
 * Which of two bands a value exactly on the bound between them belongs to. Marginal pay is the same either way; the band
 * that is named for a position on the bound is not.
 */
public enum Boundary {
    LOWER,
    UPPER
}
