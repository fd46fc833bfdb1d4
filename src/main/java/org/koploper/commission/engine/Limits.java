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
 * @param carried whether what is earned beyond {@code most} is paid in later windows that have room for it; else it is lost
 * @param budget the most that it pays all people together; null for no such limit
 */
public record Limits(
        @Nullable BigDecimal perDeal,
        @Nullable BigDecimal most,
        Accumulate window,
        @Nullable BigDecimal least,
        boolean carried,
        @Nullable Budget budget) {

    public static final Limits NONE = new Limits(null, null, Accumulate.MONTH, null);

    /** @throws IllegalArgumentException when a limit is below zero, or nothing could be carried */
    public Limits {
        if (carried && most == null) {
            throw new IllegalArgumentException("Only what is beyond a limit of a window can be carried");
        }
        if (carried && budget != null) {
            throw new IllegalArgumentException(
                    "What is beyond a budget is lost: a component has that or carries, not both");
        }
        perDeal = checked(perDeal);
        most = checked(most);
        least = checked(least);
    }

    /** What is beyond is lost, and there is no budget. */
    public Limits(
            @Nullable BigDecimal perDeal, @Nullable BigDecimal most, Accumulate window, @Nullable BigDecimal least) {
        this(perDeal, most, window, least, false, null);
    }

    private static @Nullable BigDecimal checked(@Nullable BigDecimal limit) {
        if (limit != null && limit.signum() < 0) {
            throw new IllegalArgumentException("A limit cannot be below zero: " + limit.toPlainString());
        }
        return limit == null ? null : Decimals.canonical(limit);
    }
}
