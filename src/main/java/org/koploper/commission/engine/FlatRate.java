package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * The same rate for every credit.
 *
 * @param rate fraction of the amount, zero or more: 0.05 is 5 %
 */
public record FlatRate(BigDecimal rate) implements RateRule {

    /** @throws IllegalArgumentException when the rate is below zero */
    public FlatRate {
        rate = checked(rate);
    }

    static BigDecimal checked(BigDecimal rate) {
        if (rate.signum() < 0) {
            throw new IllegalArgumentException("A rate cannot be below zero: " + rate.toPlainString());
        }
        return Decimals.canonical(rate);
    }

    @Override
    public Period window(LocalDate date) {
        return Period.month(date);
    }
}
