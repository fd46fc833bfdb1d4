package org.koploper.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI reads: the number beside what it was made of. A number that must not be computed is null and says why, never
 * zero and never infinite.
 *
 * @param value unrounded; null with a reason where it must not be computed
 * @param numerator what was divided; of what is no quotient the value itself; null where even that is not known
 * @param denominator what it was divided by; null for what is no quotient
 * @param n how many cases it rests on, shared ones by their share; null where nothing is counted
 * @param currency of value and numerator where those are money; null otherwise, and while the organisation has none
 * @param reason why there is no value, or what to know about the one that is there; null for nothing
 */
public record Reading(
        Indicator kpi,
        @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal n,
        @Nullable String currency,
        @Nullable KpiReason reason) {

    /**
     * For who computes on with it: the value, and of too few the quotient all the same, which no screen tells. Null where there
     * is neither.
     */
    public @Nullable BigDecimal quotient() {
        boolean tooFew = value == null && reason != null && reason.code() == KpiReason.Code.TOO_FEW;
        return tooFew && numerator != null && denominator != null ? Numbers.divide(numerator, denominator) : value;
    }

    /** The same with something to know about it; what is known already stays. */
    Reading noting(@Nullable KpiReason note) {
        return reason != null || note == null
                ? this
                : new Reading(kpi, value, numerator, denominator, n, currency, note);
    }
}
