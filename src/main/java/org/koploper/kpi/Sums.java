package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of one subject in one stretch of time, by measure. */
final class Sums {

    private final Map<Measure, BigDecimal> sums = new EnumMap<>(Measure.class);
    private final Map<Measure, NavigableMap<Integer, BigDecimal>> counts = new EnumMap<>(Measure.class);
    private final TreeSet<String> withoutRate = new TreeSet<>();

    void add(Measure measure, BigDecimal amount) {
        sums.merge(measure, amount, BigDecimal::add);
    }

    /** So many of that number. */
    void count(Measure measure, int number, BigDecimal amount) {
        counts.computeIfAbsent(measure, one -> new TreeMap<>()).merge(number, amount, BigDecimal::add);
        add(measure, amount);
    }

    /** Everything of both together, as if it had been one subject. */
    void add(Sums other) {
        other.sums.forEach(this::add);
        other.counts.forEach((measure, numbers) -> numbers.forEach((number, amount) ->
                counts.computeIfAbsent(measure, one -> new TreeMap<>()).merge(number, amount, BigDecimal::add)));
        withoutRate.addAll(other.withoutRate);
    }

    void leftOut(String currency) {
        withoutRate.add(currency);
    }

    /** Null where it is not known here; what comes from facts is always known, zero where there are none. */
    @Nullable
    BigDecimal known(Measure measure) {
        return FactSources.knows(measure) ? of(measure) : sums.get(measure);
    }

    /** Zero where it is not known. */
    BigDecimal of(Measure measure) {
        return Objects.requireNonNullElse(sums.get(measure), BigDecimal.ZERO);
    }

    /** How many of each number there are, such as orders by the days they took. */
    NavigableMap<Integer, BigDecimal> counts(Measure measure) {
        return counts.getOrDefault(measure, Collections.emptyNavigableMap());
    }

    /** Currencies whose amounts are in none of the sums. */
    TreeSet<String> withoutRate() {
        return withoutRate;
    }
}
