package org.koploper.commission.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * Between what a component may pay, in the plan's currency.
 *
 * @param perDeal the most that one credit earns, also the most that its reversal takes back; null for no such limit
 * @param most the most that it pays in a window; null for no such limit
 * @param window over which {@code most} counts
 * @param least the least that it pays in a month; null for no such limit
 */
public record Limits(
        @Nullable BigDecimal perDeal,
        @Nullable BigDecimal most,
        Accumulate window,
        @Nullable BigDecimal least) {

    public static final Limits NONE = new Limits(null, null, Accumulate.MONTH, null);

    /** @throws IllegalArgumentException when a limit is below zero */
    public Limits {
        perDeal = checked(perDeal);
        most = checked(most);
        least = checked(least);
    }

    private static @Nullable BigDecimal checked(@Nullable BigDecimal limit) {
        if (limit != null && limit.signum() < 0) {
            throw new IllegalArgumentException("A limit cannot be below zero: " + limit.toPlainString());
        }
        return limit == null ? null : Decimals.canonical(limit);
    }
}
