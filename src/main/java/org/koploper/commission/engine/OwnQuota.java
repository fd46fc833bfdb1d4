package org.koploper.commission.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * A payee's own quota for some days; those that lie in one window add up.
 *
 * @param component the one it is for, by its name; null for all
 * @param amount above zero
 */
public record OwnQuota(@Nullable String component, Period period, BigDecimal amount) {

    /** @throws IllegalArgumentException when the amount is not above zero */
    public OwnQuota {
        amount = Quota.positive(amount);
    }
}
