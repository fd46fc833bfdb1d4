package org.koploper.commission;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * Where somebody stands on the tiers of one component of the plan. A flat rate is one tier without end.
 *
 * @param component of the plan, by its name
 * @param window the days whose sales add up; null where every deal goes through the tiers by itself
 * @param position what has added up in the window; zero where there is none
 * @param tiers from zero upwards, the last one without end
 * @param current index of the tier that the position belongs to
 */
public record TierStand(
        String component,
        Currency currency,
        @Nullable Period window,
        BigDecimal position,
        List<Tier> tiers,
        int current) {

    public TierStand {
        tiers = List.copyOf(tiers);
    }

    /**
     * One stretch with one rate.
     *
     * @param to where the next one starts; null for the last one
     * @param rate fraction: 0.05 is 5 %
     */
    public record Tier(BigDecimal from, @Nullable BigDecimal to, BigDecimal rate) {}

    /** The tier the position belongs to. */
    public Tier here() {
        return tiers.get(current);
    }

    /** The tier after it; empty in the last one. */
    public Optional<Tier> next() {
        return current + 1 < tiers.size() ? Optional.of(tiers.get(current + 1)) : Optional.empty();
    }

    /** How much is missing to where the next tier starts; zero exactly on the bound, empty in the last tier. */
    public Optional<BigDecimal> toNext() {
        return next().map(tier -> tier.from().subtract(position).max(BigDecimal.ZERO));
    }
}
