package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * What has to be reached in one window of a component's rule: 100 %.
 *
 * @param amount in what the component counts, above zero; null when each payee's own quota is told from outside
 * @param ramp what holds instead in the first windows of somebody's service, in their order; the first one before it too
 * @param proration of quota and target pay
 * @param partTime what the part of full time makes smaller, weighed by the days that the proration counts
 */
public record Quota(@Nullable BigDecimal amount, List<BigDecimal> ramp, Proration proration, PartTime partTime) {

    /** Told from outside, for each payee. */
    public static final Quota OUTSIDE = new Quota(null, List.of(), Proration.NONE);

    /** @throws IllegalArgumentException when an amount is not above zero, or part time is weighed by no days */
    public Quota {
        if (partTime != PartTime.IGNORED && proration == Proration.NONE) {
            throw new IllegalArgumentException("Part time is weighed by days: say how they count");
        }
        amount = amount == null ? null : positive(amount);
        ramp = ramp.stream().map(Quota::positive).toList();
    }

    /** Whatever part of full time somebody works. */
    public Quota(@Nullable BigDecimal amount, List<BigDecimal> ramp, Proration proration) {
        this(amount, ramp, proration, PartTime.IGNORED);
    }

    static BigDecimal positive(BigDecimal amount) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("A quota must be above zero, not " + amount.toPlainString());
        }
        return Decimals.canonical(amount);
    }
}
