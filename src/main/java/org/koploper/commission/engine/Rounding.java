package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.koploper.money.Exact;
import org.koploper.money.Money;

/**
 * How a payout is rounded: once per payee, component and payout month. Lines keep their exact amounts and the difference
 * is a line of its own.
 *
 * @param mode one that {@link Formula} can write down
 * @param decimals of the payout, zero or more
 * @param eachStep whether every converted deal and every line is rounded too, as if each was paid by itself
 */
public record Rounding(RoundingMode mode, int decimals, boolean eachStep) {

    /** @throws IllegalArgumentException for another mode or negative decimals */
    public Rounding {
        Formula.rounded(mode);
        if (decimals < 0) {
            throw new IllegalArgumentException("A payout cannot have " + decimals + " decimals");
        }
    }

    /** Once, at the end. */
    public Rounding(RoundingMode mode, int decimals) {
        this(mode, decimals, false);
    }

    /** Half away from zero, to the currency's minor unit: what holds where a plan says nothing. */
    public static Rounding standard(Currency currency) {
        return new Rounding(RoundingMode.HALF_UP, Money.decimals(currency));
    }

    /** As the reasons round: without the dust of divisions, then once. */
    BigDecimal round(BigDecimal amount) {
        return Formula.rounded(mode).rounded(Exact.of(amount), decimals).value();
    }
}
