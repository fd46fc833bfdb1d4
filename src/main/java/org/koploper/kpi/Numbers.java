package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiReason.Code;
import org.koploper.money.Decimals;

/**
 * What one reading is made of, and the few ways to make it.
 *
 * @param asOf the day on which it is read
 * @param shifted the same of other times
 * @param house the organisation's currency; null while it has none
 */
record Numbers(
        Indicator kpi,
        Slot slot,
        LocalDate asOf,
        Sums sums,
        Map<Shift, Sums> shifted,
        @Nullable String house) {

    /** Below so many decided a percentage says more about chance than about anybody. */
    static final int FEWEST = 5;

    BigDecimal of(Measure measure) {
        return sums.of(measure);
    }

    @Nullable
    BigDecimal known(Measure measure) {
        return sums.known(measure);
    }

    BigDecimal of(Measure measure, Shift shift) {
        return Objects.requireNonNull(shifted.get(shift)).of(measure);
    }

    Reading sum(Measure measure, @Nullable Measure cases) {
        BigDecimal sum = known(measure);
        if (sum == null) {
            return none(Code.NOT_HERE);
        }
        BigDecimal n = cases == null ? measure.isMoney() ? null : sum : of(cases);
        return reading(sum, sum, null, n, null);
    }

    Reading quotient(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0
                ? reading(null, part, whole, whole, KpiReason.of(Code.NOTHING_TO_DIVIDE_BY))
                : reading(divide(part, whole), part, whole, whole, null);
    }

    /** As {@link #quotient}, but never of too few. */
    Reading rate(BigDecimal part, BigDecimal whole) {
        return whole.signum() > 0 && whole.compareTo(BigDecimal.valueOf(FEWEST)) < 0
                ? reading(null, part, whole, whole, KpiReason.of(Code.TOO_FEW, String.valueOf(FEWEST)))
                : quotient(part, whole);
    }

    Reading median(Measure measure) {
        BigDecimal all = Quantiles.all(sums.counts(measure));
        BigDecimal median = Quantiles.median(sums.counts(measure));
        return reading(median, median, null, all, median == null ? KpiReason.of(Code.NOTHING_TO_DIVIDE_BY) : null);
    }

    /** The difference as the numerator; that is all there is where there was nothing before. */
    Reading growth(Measure measure, Shift shift) {
        BigDecimal base = of(measure, shift);
        BigDecimal more = of(measure).subtract(base);
        return base.signum() <= 0
                ? reading(null, more, base, null, KpiReason.of(Code.NO_BASE))
                : reading(divide(more, base), more, base, null, null);
    }

    Reading none(Code code, String... args) {
        return reading(null, null, null, null, KpiReason.of(code, args));
    }

    Reading reading(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal n,
            @Nullable KpiReason reason) {
        return new Reading(
                kpi,
                canonical(value),
                canonical(numerator),
                canonical(denominator),
                canonical(n),
                kpi.unit().isMoney() ? house : null,
                reason);
    }

    static BigDecimal divide(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, MathContext.DECIMAL128);
    }

    private static @Nullable BigDecimal canonical(@Nullable BigDecimal number) {
        return number == null ? null : Decimals.canonical(number);
    }
}
