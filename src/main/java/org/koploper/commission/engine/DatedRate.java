package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.koploper.money.Decimals;

/**
 * What one unit of a currency is in another, from a day on until the next such rate.
 *
 * @param rate above zero
 */
public record DatedRate(String from, String to, LocalDate date, BigDecimal rate) {

    /** @throws IllegalArgumentException when the rate is not above zero */
    public DatedRate {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("An exchange rate must be above zero: " + rate.toPlainString());
        }
        rate = Decimals.canonical(rate);
    }
}
