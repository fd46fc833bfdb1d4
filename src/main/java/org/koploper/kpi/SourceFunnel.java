package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.statistics.Proportion;

/**
 * The way from lead to order of the leads of one source, whatever became of them since.
 *
 * @param source as the leads name it; empty for those that name none, null for all together
 * @param leads how many came in
 * @param qualified of the leads, on the basis of cohorts
 * @param met of the leads those with an appointment, or sold to without one
 * @param quoted how many have a quote that was sent, or were sold to without one
 * @param sold of the leads
 * @param closed of the appointments those sold to
 * @param revenue what they ordered until now, less credit notes, in the organisation's currency
 * @param costs of the days of the period, where costs name the source; null where none do
 * @param leak where fewer of them go on than of all other sources together
 */
public record SourceFunnel(
        @Nullable String source,
        BigDecimal leads,
        Reading qualified,
        Reading met,
        BigDecimal quoted,
        Reading sold,
        Reading closed,
        BigDecimal revenue,
        @Nullable BigDecimal costs,
        Leak leak) {

    /** Costs for each order; null where either is not known, or nothing was sold. */
    public @Nullable BigDecimal costPerOrder() {
        BigDecimal orders = sold.numerator();
        return costs == null || orders == null || orders.signum() <= 0 ? null : Numbers.divide(costs, orders);
    }

    /** How many of the leads were sold to, with its interval; empty without leads. */
    public Optional<Proportion> sales() {
        BigDecimal orders = sold.numerator();
        int of = leads.intValue();
        return of < 1 || orders == null ? Optional.empty() : Optional.of(new Proportion(orders.intValue(), of));
    }
}
