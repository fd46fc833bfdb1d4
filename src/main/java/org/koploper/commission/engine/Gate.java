package org.koploper.commission.engine;

import java.math.BigDecimal;
import org.koploper.money.Decimals;

/**
 * What has to hold at the end of a month for its credits to be paid in full.
 *
 * @param otherwise what the pay is multiplied by where it does not hold: zero for nothing at all
 */
public record Gate(Condition condition, BigDecimal otherwise) {

    /** @throws IllegalArgumentException when the factor is below zero */
    public Gate {
        if (otherwise.signum() < 0) {
            throw new IllegalArgumentException("A gate cannot turn pay around: " + otherwise.toPlainString());
        }
        otherwise = Decimals.canonical(otherwise);
    }
}
