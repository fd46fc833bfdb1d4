package org.koploper.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal for where millions of them are computed: whole units of a power of ten, in a long as long as they fit
 * there and in a {@link BigDecimal} where they do not. Nobody but this class sees the difference: every result is the one
 * that BigDecimal gives. Always in the form of {@link Decimals#canonical}, so equal numbers are equal objects.
 */
public sealed class Exact implements Comparable<Exact> {

    public static final Exact ZERO = new Exact(0, 0);

    public static final Exact ONE = new Exact(1, 0);

    /** Room for the text of any number that {@link #write} takes: 19 digits, a point and a minus. */
    public static final int LONGEST_TEXT = 21;

    /** The units do not fit, so only the value counts. The one long without an opposite, so none that fits is left out. */
    private static final long BEYOND = Long.MIN_VALUE;

    /** Digits that fit whatever they are. */
    private static final int DIGITS = 18;

    private static final long[] TENS = tens();

    private final long units;
    private final int decimals;

    private Exact(long units, int decimals) {
        this.units = units;
        this.decimals = decimals;
    }

    private static final class Beyond extends Exact {
        private final BigDecimal value;

        Beyond(BigDecimal canonical) {
            super(BEYOND, canonical.scale());
            this.value = canonical;
        }

        @Override
        public BigDecimal value() {
            return value;
        }
    }

    /** @throws IllegalArgumentException as {@link Decimals#canonical} does */
    public static Exact of(BigDecimal value) {
        int decimals = value.scale();
        if (decimals < 0 || value.precision() > DIGITS) {
            return ofAny(Decimals.canonical(value));
        }
        long units = value.scaleByPowerOfTen(decimals).longValue();
        if (decimals == 0 && (units == 0 || units == 1)) {
            return units == 0 ? ZERO : ONE;
        }
        return decimals == 0 || units % 10 != 0 ? new Exact(units, decimals) : of(units, decimals);
    }

    private static Exact ofAny(BigDecimal canonical) {
        BigInteger units = canonical.unscaledValue();
        boolean fits = units.bitLength() < Long.SIZE && units.longValue() != BEYOND;
        return fits ? new Exact(units.longValue(), canonical.scale()) : new Beyond(canonical);
    }

    /** Takes needless zeros off. */
    private static Exact of(long units, int decimals) {
        if (units == BEYOND) {
            return ofAny(Decimals.canonical(BigDecimal.valueOf(units, decimals)));
        }
        long left = units;
        int kept = decimals;
        while (kept > 0 && left % 10 == 0) {
            left /= 10;
            kept--;
        }
        return left == 0 ? ZERO : new Exact(left, kept);
    }

    /** In the form of {@link Decimals#canonical}. */
    public BigDecimal value() {
        return BigDecimal.valueOf(units, decimals);
    }

    /** Digits behind the point, zero or more; the last one is not 0. */
    public int decimals() {
        return decimals;
    }

    public int signum() {
        return units == BEYOND ? value().signum() : Long.signum(units);
    }

    public Exact plus(Exact other) {
        return units == 0 ? other : sum(other, 1);
    }

    public Exact minus(Exact other) {
        return sum(other, -1);
    }

    private Exact sum(Exact other, int sign) {
        if (other.units == 0) {
            return this;
        }
        int common = Math.max(decimals, other.decimals);
        long one = at(common);
        long two = other.at(common) * sign;
        long sum = one + two;
        boolean fits = one != BEYOND && two != BEYOND && ((one ^ sum) & (two ^ sum)) >= 0;
        return fits ? of(sum, common) : of(value().add(sign < 0 ? other.value().negate() : other.value()));
    }

    public Exact times(Exact other) {
        if (other.units == 1 && other.decimals == 0) {
            return this;
        }
        long product = product(units, other.units);
        return product == BEYOND || units == BEYOND || other.units == BEYOND
                ? of(value().multiply(other.value()))
                : of(product, decimals + other.decimals);
    }

    /**
     * Divided, and rounded half to even where that has more decimals.
     *
     * @throws ArithmeticException when divided by zero
     */
    public Exact over(Exact other, int mostDecimals) {
        return of(value().divide(other.value(), mostDecimals, RoundingMode.HALF_EVEN));
    }

    /** The same where it has no more decimals. */
    public Exact rounded(int mostDecimals, RoundingMode mode) {
        return decimals <= mostDecimals ? this : of(value().setScale(mostDecimals, mode));
    }

    public Exact negate() {
        return units == BEYOND ? of(value().negate()) : of(-units, decimals);
    }

    public Exact abs() {
        return signum() < 0 ? negate() : this;
    }

    /** This one where both are equal. */
    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** This one where both are equal. */
    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Exact other) {
        int common = Math.max(decimals, other.decimals);
        long one = at(common);
        long two = other.at(common);
        return one == BEYOND || two == BEYOND ? value().compareTo(other.value()) : Long.compare(one, two);
    }

    /**
     * Units of that many decimals, which are no fewer than it has; {@link #BEYOND} where they do not fit. Multiplied by one
     * where they are as many: to ask first takes longer, since it cannot be foreseen.
     */
    private long at(int more) {
        return more - decimals < TENS.length ? product(units, TENS[more - decimals]) : BEYOND;
    }

    /** {@link #BEYOND} where it does not fit. */
    private static long product(long one, long other) {
        long low = one * other;
        return Math.multiplyHigh(one, other) == low >> (Long.SIZE - 1) ? low : BEYOND;
    }

    /**
     * Writes what {@link Decimals#plain} gives to the end of the room there is, one byte for each character.
     *
     * @param text at least {@link #LONGEST_TEXT} long
     * @return where it begins; -1 when it is too long to be written there
     */
    public int write(byte[] text) {
        if (units == BEYOND || decimals > DIGITS) {
            return -1;
        }
        int at = text.length;
        long left = Math.abs(units);
        for (int digits = 0; left != 0 || digits <= decimals; digits++) {
            if (digits == decimals && digits > 0) {
                text[--at] = '.';
            }
            text[--at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        if (units < 0) {
            text[--at] = '-';
        }
        return at;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Exact exact
                && units == exact.units
                && decimals == exact.decimals
                && (units != BEYOND || value().equals(exact.value()));
    }

    @Override
    public int hashCode() {
        return units == BEYOND ? value().hashCode() : Long.hashCode(units) * 31 + decimals;
    }

    /** As {@link Decimals#plain} writes it. */
    @Override
    public String toString() {
        return value().toPlainString();
    }

    private static long[] tens() {
        long[] tens = new long[DIGITS + 1];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = tens[i - 1] * 10;
        }
        return tens;
    }
}
