package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.koploper.kpi.KpiReason.Code;

/**
 * How much money the pipeline brings each day: open deals, without the stale ones, times what an order is worth, times the
 * part that is won, divided by the days an order takes. The last three are those of the period, the deals those of its end.
 */
final class Velocity {

    static final Set<Measure> MEASURES = EnumSet.of(
            Measure.AGED_DEALS,
            Measure.STALE_DEALS,
            Measure.REVENUE,
            Measure.VALUED_ORDERS,
            Measure.WON,
            Measure.LOST,
            Measure.CYCLE);

    private Velocity() {}

    static Reading of(Numbers numbers) {
        BigDecimal open = numbers.known(Measure.AGED_DEALS);
        BigDecimal cycle = Quantiles.median(numbers.sums().counts(Measure.CYCLE));
        BigDecimal orders = numbers.of(Measure.VALUED_ORDERS);
        BigDecimal decided = numbers.of(Measure.WON).add(numbers.of(Measure.LOST));
        if (open == null) {
            return numbers.none(Code.NOT_HERE);
        }
        if (orders.signum() <= 0) {
            return numbers.none(Code.MISSING_PART, Kpi.ORDER_VALUE.key());
        }
        if (decided.compareTo(BigDecimal.valueOf(Numbers.FEWEST)) < 0) {
            return numbers.none(Code.MISSING_PART, Kpi.CLOSING_RATE.key());
        }
        if (cycle == null || cycle.signum() <= 0) {
            return numbers.none(Code.MISSING_PART, Kpi.SALES_CYCLE.key());
        }
        BigDecimal fresh = open.subtract(numbers.of(Measure.STALE_DEALS));
        // multiplied first, divided once
        BigDecimal above = fresh.multiply(numbers.of(Measure.REVENUE)).multiply(numbers.of(Measure.WON));
        BigDecimal below = orders.multiply(decided).multiply(cycle);
        return numbers.reading(
                Numbers.divide(above, below), Numbers.divide(above, orders.multiply(decided)), cycle, fresh, null);
    }
}
