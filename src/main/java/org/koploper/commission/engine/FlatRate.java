package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.koploper.period.Period;

/** Every credit alone, at the rate of its case: a fraction of an amount, an amount for each unit, or a fixed amount. */
public record FlatRate(Rates rates) implements RateRule {

    /**
     * The same rate for every credit.
     *
     * @throws IllegalArgumentException when the rate is below zero
     */
    public FlatRate(BigDecimal rate) {
        this(Rates.of(rate));
    }

    /** The rate of the last case, which is the one for everything else. */
    public BigDecimal rate() {
        return rates.cases().getLast().value();
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public Period window(LocalDate date) {
        return Period.month(date);
    }
}
