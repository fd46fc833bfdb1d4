package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One amount of money with its reason. Amounts are exact and unrounded; those of one component and month add up to the
 * rounded payout.
 *
 * @param component name of the plan's component
 * @param deal id of the credit; null when the line is not about one
 * @param month payout month
 * @param band index from 0 of the band in {@link TierRule#bands}; of the case or step where the rule has those;
 *     {@link #NO_BAND} when the line has none
 * @param base what the rate applies to; for {@link LineKind#ROUNDING} the total before rounding
 * @param rate of a {@link LineKind#DEAL} line whose amount is a rate of the base; zero in other lines
 * @param amount in the plan's currency, equal to the reason's result
 */
public record Line(
        LineKind kind,
        String component,
        @Nullable String deal,
        YearMonth month,
        int band,
        BigDecimal base,
        BigDecimal rate,
        BigDecimal amount,
        Reason reason) {

    public static final int NO_BAND = -1;

    /** The same for the same line in every run: {@code component|month|deal|band}, or {@code rounding} or {@code none} last. */
    public String key() {
        return new LineKey(component, month, deal, kind, band).text();
    }
}
