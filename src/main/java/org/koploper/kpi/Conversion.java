package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.statistics.Proportion;

/**
 * One step of the way to an order: how many went on, beside how many did before and elsewhere.
 *
 * @param now in the period
 * @param before in the period before, up to the same day while the period is running
 * @param rest in the rest of the organisation in the same period; null where it is the whole organisation
 */
public record Conversion(
        Reading now, Reading before, @Nullable Rest rest) {

    /** All others together: everybody's sums less the own ones. */
    public record Rest(BigDecimal part, BigDecimal whole) {

        /** Null for fewer than five: a percentage would say more than is known. */
        public @Nullable BigDecimal rate() {
            return whole.compareTo(BigDecimal.valueOf(Numbers.FEWEST)) < 0 ? null : Numbers.divide(part, whole);
        }
    }

    /** Which step; all of them are of the catalogue. */
    public Kpi kpi() {
        return (Kpi) now.kpi();
    }

    static Conversion of(Reading now, Reading before, @Nullable Reading everybody) {
        return new Conversion(now, before, everybody == null ? null : less(everybody, now));
    }

    private static @Nullable Rest less(Reading everybody, Reading own) {
        BigDecimal part = everybody.numerator();
        BigDecimal whole = everybody.denominator();
        return part == null || whole == null || own.numerator() == null || own.denominator() == null
                ? null
                : new Rest(part.subtract(own.numerator()), whole.subtract(own.denominator()));
    }

    Optional<Proportion> proportion() {
        return proportion(now.numerator(), now.denominator());
    }

    Optional<Proportion> proportionBefore() {
        return proportion(before.numerator(), before.denominator());
    }

    Optional<Proportion> proportionOfRest() {
        return rest == null ? Optional.empty() : proportion(rest.part(), rest.whole());
    }

    /** Shared deals are parts of one, and tests count heads: rounded. Empty where nobody stood at the step. */
    private static Optional<Proportion> proportion(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        if (part == null || whole == null) {
            return Optional.empty();
        }
        int of = whole.setScale(0, RoundingMode.HALF_UP).intValueExact();
        int hits = part.setScale(0, RoundingMode.HALF_UP).intValueExact();
        return of < 1 || hits < 0 || hits > of ? Optional.empty() : Optional.of(new Proportion(hits, of));
    }
}
