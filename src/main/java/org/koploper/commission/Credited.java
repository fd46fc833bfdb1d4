package org.koploper.commission;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Credit;

/**
 * A credit in the currency of a plan, and how it got there.
 *
 * @param credit for the engine; its amount is zero where the rate is missing
 * @param exchange null when the deal is in the plan's currency
 */
record Credited(Credit credit, @Nullable Exchange exchange) {

    boolean payable() {
        return exchange == null || exchange.rate() != null;
    }

    /**
     * @param original amount of the whole deal in its own currency
     * @param rate null when it is not known
     * @param source such as {@code rate:USD-EUR 2026-11-03}
     */
    record Exchange(
            BigDecimal original, String currency, @Nullable BigDecimal rate, String source) {}
}
