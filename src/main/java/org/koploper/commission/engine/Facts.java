package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * What is known of a credit beside its amount, all for the whole deal and negative in a reversal.
 *
 * @param cost what the goods cost, in the plan's currency
 * @param quantity units sold
 * @param deals 1 for a deal won, -1 for one cancelled, 0 where the number of deals does not change
 * @param traits what plans choose by, such as {@code product}, {@code category}, {@code segment}
 * @param origin where the amount comes from
 * @param costKnown whether anybody said what they cost; where nobody did, the cost is zero and pay by margin waits
 * @param below what people on lower levels earn on the payee's part of it, in a credit for the sales of others
 * @param belowLacks what has to be known before that can be told; null for nothing
 */
public record Facts(
        BigDecimal cost,
        boolean costKnown,
        BigDecimal quantity,
        BigDecimal deals,
        Map<String, String> traits,
        Origin origin,
        BigDecimal below,
        @Nullable Missing belowLacks) {

    private static final String CANCELLED = "/cancelled";

    public Facts {
        cost = Decimals.canonical(cost);
        quantity = Decimals.canonical(quantity);
        deals = Decimals.canonical(deals);
        traits = Map.copyOf(traits);
        below = Decimals.canonical(below);
    }

    /** A deal, or its reversal, of which is known what it costs. */
    public Facts(
            BigDecimal cost,
            BigDecimal quantity,
            BigDecimal deals,
            Map<String, String> traits,
            Origin origin,
            BigDecimal below) {
        this(cost, true, quantity, deals, traits, origin, below, null);
    }

    /** A deal of its own in the plan's currency, or its reversal. */
    public Facts(BigDecimal cost, BigDecimal quantity, BigDecimal deals, Map<String, String> traits) {
        this(cost, quantity, deals, traits, Origin.HERE, BigDecimal.ZERO);
    }

    /**
     * A deal, or its reversal, of which only the amount is known: one unit, one deal, no cost. A reversal that is not a
     * cancellation leaves the deal, and its unit.
     */
    static Facts plain(String deal, BigDecimal dealAmount) {
        boolean leaves = dealAmount.signum() < 0 && deal.indexOf('/') >= 0 && !deal.endsWith(CANCELLED);
        BigDecimal one = leaves ? BigDecimal.ZERO : BigDecimal.valueOf(dealAmount.signum());
        return new Facts(BigDecimal.ZERO, one, one, Map.of());
    }
}
