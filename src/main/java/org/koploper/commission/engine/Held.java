package org.koploper.commission.engine;

import java.math.BigDecimal;

/**
 * What a ledger holds for the key of a line.
 *
 * @param amount sum of all it has posted for the key
 * @param base of the last line posted
 * @param rate of the last line posted
 * @param explanation {@link Reason#fingerprint()} of the last line posted
 * @param gone whether the last line posted was a {@link Change#GONE}, so that nothing is left to take back
 */
public record Held(BigDecimal amount, BigDecimal base, BigDecimal rate, long explanation, boolean gone) {

    /** What is held once the difference has been posted. */
    public static Held after(Difference difference) {
        Line line = difference.line();
        return new Held(
                line.amount(),
                line.base(),
                line.rate(),
                line.reason().fingerprint(),
                difference.change() == Change.GONE);
    }
}
