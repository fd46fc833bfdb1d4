package org.koploper.commission.engine;

import java.math.BigDecimal;
import org.koploper.money.Decimals;

/**
 * The most that a component pays all people together.
 *
 * @param amount zero or more, in the plan's currency
 * @param over the window for which it is
 */
public record Budget(BigDecimal amount, Accumulate over, Overrun overrun) {

    /** What becomes of what is earned beyond it. */
    public enum Overrun {
        /** All are cut by the same part, to the cent; what was paid in earlier months of the window is cut too. */
        PRO_RATA,
        /** What is earned last gets nothing. */
        FIRST_COME
    }

    /** @throws IllegalArgumentException when it is below zero */
    public Budget {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("A budget cannot be below zero: " + amount.toPlainString());
        }
        amount = Decimals.canonical(amount);
    }
}
