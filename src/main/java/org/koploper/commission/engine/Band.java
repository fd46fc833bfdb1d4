package org.koploper.commission.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * A stretch of the accumulated amount with one rate.
 *
 * @param from where it starts, zero or more, in the plan's currency
 * @param to where the next one starts; null for the last one, which has no end
 * @param rate fraction of the amount, zero or more: 0.05 is 5 %
 */
public record Band(BigDecimal from, @Nullable BigDecimal to, BigDecimal rate) {

    /** @throws IllegalArgumentException when the band starts below zero, is empty, or its rate is below zero */
    public Band {
        from = Decimals.canonical(from);
        to = to == null ? null : Decimals.canonical(to);
        rate = FlatRate.checked(rate);
        if (from.signum() < 0) {
            throw new IllegalArgumentException("A band cannot start below zero, at " + from.toPlainString());
        }
        if (to != null && to.compareTo(from) <= 0) {
            throw new IllegalArgumentException(
                    "A band from " + from.toPlainString() + " to " + to.toPlainString() + " is empty");
        }
    }
}
