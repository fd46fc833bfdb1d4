package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/** Of whole numbers that were counted, and of amounts. */
final class Quantiles {

    private Quantiles() {}

    /** The one in the middle, or half-way between the two in the middle; null where there are none. */
    static @Nullable BigDecimal median(NavigableMap<Integer, BigDecimal> counts) {
        BigDecimal all = all(counts);
        if (all.signum() <= 0) {
            return null;
        }
        BigDecimal half = all.divide(BigDecimal.TWO);
        BigDecimal below = BigDecimal.ZERO;
        Integer lower = null;
        for (Map.Entry<Integer, BigDecimal> entry : counts.entrySet()) {
            if (lower != null && entry.getValue().signum() > 0) {
                return Decimals.canonical(
                        BigDecimal.valueOf((long) lower + entry.getKey()).divide(BigDecimal.TWO));
            }
            below = below.add(entry.getValue());
            if (below.compareTo(half) > 0) {
                return BigDecimal.valueOf(entry.getKey());
            }
            if (below.compareTo(half) == 0) {
                lower = entry.getKey();
            }
        }
        return null;
    }

    /** Of at least one value, the smallest first. */
    static BigDecimal median(List<BigDecimal> sorted) {
        BigDecimal upper = sorted.get(sorted.size() / 2);
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        return Decimals.canonical(lower.add(upper).divide(BigDecimal.TWO));
    }

    /** The smallest number that at least that part of all do not exceed; null where there are none. */
    static @Nullable Integer upTo(NavigableMap<Integer, BigDecimal> counts, BigDecimal part) {
        BigDecimal wanted = all(counts).multiply(part);
        BigDecimal below = BigDecimal.ZERO;
        for (Map.Entry<Integer, BigDecimal> entry : counts.entrySet()) {
            below = below.add(entry.getValue());
            if (below.signum() > 0 && below.compareTo(wanted) >= 0) {
                return entry.getKey();
            }
        }
        return null;
    }

    static BigDecimal all(NavigableMap<Integer, BigDecimal> counts) {
        return counts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
