package org.koploper.commission.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * A stretch of the accumulated amount with one rate, or one for each kind of credit.
 *
 * @param from where it starts, zero or more: in what the rule counts, or as a fraction of the quota
 * @param to where the next one starts; null for the last one, which has no end
 * @param rates fractions of the amount (0.05 is 5 %), amounts per unit, or multiples of the target pay
 * @param rerates whether reaching it pays all that accumulated before at this rate too
 */
public record Band(BigDecimal from, @Nullable BigDecimal to, Rates rates, boolean rerates) {

    /** @throws IllegalArgumentException when the band starts below zero, is empty, or has a fixed amount */
    public Band {
        from = Decimals.canonical(from);
        to = to == null ? null : Decimals.canonical(to);
        if (from.signum() < 0) {
            throw new IllegalArgumentException("A band cannot start below zero, at " + from.toPlainString());
        }
        if (to != null && to.compareTo(from) <= 0) {
            throw new IllegalArgumentException(
                    "A band from " + from.toPlainString() + " to " + to.toPlainString() + " is empty");
        }
        if (rates.cases().stream().anyMatch(Rates.Case::fixed)) {
            throw new IllegalArgumentException("A band has rates, not fixed amounts");
        }
    }

    /**
     * A marginal band with one rate.
     *
     * @throws IllegalArgumentException also when the rate is below zero
     */
    public Band(BigDecimal from, @Nullable BigDecimal to, BigDecimal rate) {
        this(from, to, Rates.of(rate), false);
    }

    /** The rate of the last case, which is the one for everything else. */
    public BigDecimal rate() {
        return rates.cases().getLast().value();
    }
}
