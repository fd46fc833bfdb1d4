package org.koploper.kpi;

import java.math.BigDecimal;

/**
 * Sums that can be added up over people and days.
 *
 * @param revenue in the currency asked for
 * @param deals by share, so a half for half a deal; negative where more was cancelled than won
 * @param valuedDeals those of them whose value is part of the revenue: not the ones without a value or without a rate
 */
public record Tally(BigDecimal revenue, BigDecimal deals, BigDecimal valuedDeals) {

    /** Nothing yet. */
    public static final Tally NONE = new Tally(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(revenue.add(other.revenue), deals.add(other.deals), valuedDeals.add(other.valuedDeals));
    }
}
