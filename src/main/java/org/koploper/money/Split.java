package org.koploper.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Divides an amount so that the parts always add up to the whole (largest remainder, also called Hamilton). */
public final class Split {

    private Split() {}

    /**
     * Every part gets its exact share cut off at the scale; the units left over go one each to the parts that lost
     * most by the cut, the earlier part first on a tie. A negative whole is divided as its opposite and negated, so a
     * reversal takes back what was given.
     *
     * @param whole the amount; must have no digits beyond the scale, or the parts could not add up to it
     * @param scale decimals of every part, zero or more
     * @param weights one per part, in any proportion ({@code 60, 40} or {@code 0.6, 0.4}); none negative, not all zero
     * @return one part per weight, in the same order, each with exactly that scale; their sum equals the whole
     * @throws IllegalArgumentException when one of these conditions does not hold
     */
    public static List<BigDecimal> byWeights(BigDecimal whole, int scale, List<BigDecimal> weights) {
        BigInteger units = units(whole, scale);
        List<BigInteger> shares = integers(weights);
        BigInteger total = shares.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("Cannot split by weights that are all zero: " + weights);
        }
        BigInteger[] parts = new BigInteger[shares.size()];
        BigInteger[] lost = new BigInteger[shares.size()];
        BigInteger left = units.abs();
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] divided = units.abs().multiply(shares.get(i)).divideAndRemainder(total);
            parts[i] = divided[0];
            lost[i] = divided[1];
            left = left.subtract(divided[0]);
        }
        // fewer units are left than parts: each cut loses less than one unit
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> lost[i]).reversed())
                .limit(left.intValueExact())
                .forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
        return Arrays.stream(parts)
                .map(part -> new BigDecimal(units.signum() < 0 ? part.negate() : part, scale))
                .toList();
    }

    private static BigInteger units(BigDecimal whole, int scale) {
        BigDecimal canonical = Decimals.canonical(whole);
        if (scale < 0 || canonical.scale() > scale) {
            throw new IllegalArgumentException(
                    "Cannot split " + canonical.toPlainString() + " into parts of " + scale + " decimals");
        }
        return canonical.setScale(scale).unscaledValue();
    }

    /** The weights multiplied by one common power of ten, so that all that follows is whole numbers. */
    private static List<BigInteger> integers(List<BigDecimal> weights) {
        List<BigDecimal> canonical = weights.stream().map(Decimals::canonical).toList();
        int scale = canonical.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        List<BigInteger> integers = new ArrayList<>(weights.size());
        for (BigDecimal weight : canonical) {
            if (weight.signum() < 0) {
                throw new IllegalArgumentException("A weight below zero is no share: " + weights);
            }
            integers.add(weight.setScale(scale).unscaledValue());
        }
        return integers;
    }
}
