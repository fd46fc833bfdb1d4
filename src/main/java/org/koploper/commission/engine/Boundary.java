package org.koploper.commission.engine;

/**
 * Which of two bands a value exactly on the bound between them belongs to. Marginal pay is the same either way; the band
 * that is named for a position on the bound is not, nor what a band that rerates or a bonus pays there.
 */
public enum Boundary {
    LOWER,
    UPPER;

    /** Whether a value has reached what starts at the bound. */
    <N extends Comparable<N>> boolean reached(N bound, N value) {
        int beyond = value.compareTo(bound);
        return this == UPPER ? beyond >= 0 : beyond > 0;
    }
}
