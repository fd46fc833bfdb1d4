package org.koploper.intake;

/** The sign in front of the fraction, for a whole file. */
public enum DecimalSign {
    /** {@code 1234.5} or {@code 1,234.50}. */
    DOT,
    /** {@code 1234,5} or {@code 1.234,50}. */
    COMMA,
    /**
     * The file has not shown it. Numbers that can be read in one way only ({@code 1054}, {@code 12,50}, {@code 1.234,50})
     * are still read; {@code 1,234} is refused.
     */
    UNDECIDED
}
