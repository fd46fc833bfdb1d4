package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.statistics.Proportion;

/**
 * So many out of so many, as they were counted by hand: 9 appointments of 38 conversations.
 *
 * @param part how many came of it; more than the whole where somebody counted wrongly
 * @param whole out of how many; zero where there were none
 */
public record EffortShare(int part, int whole) {

    /** Of fewer than so many one says "2 of 3", and no percentage. */
    public static final int FEWEST = 5;

    /** Why there is no percentage. */
    public enum Lack {
        /** Out of nothing. */
        NOTHING,
        /** Out of fewer than {@link #FEWEST}. */
        FEW,
        /** More came of it than there was: a mistake in the counts. */
        MORE_THAN_ALL
    }

    /** What stands in the way of a percentage; null where nothing does. */
    public @Nullable Lack lack() {
        if (part > whole) {
            return Lack.MORE_THAN_ALL;
        }
        return whole == 0 ? Lack.NOTHING : whole < FEWEST ? Lack.FEW : null;
    }

    /** From 0 to 1, at most 16 digits; null where {@link #lack()} says why. */
    public @Nullable BigDecimal rate() {
        return lack() != null
                ? null
                : Decimals.canonical(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64));
    }

    /** The same for statistics, also of a few; empty of nothing, and where the counts are wrong. */
    public Optional<Proportion> proportion() {
        return whole == 0 || part > whole ? Optional.empty() : Optional.of(new Proportion(part, whole));
    }
}
