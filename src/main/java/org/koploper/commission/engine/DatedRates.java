package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.TreeMap;

/** Exchange rates, unmodifiable, that find the one of a day without looking at the others; of one day the last counts. */
public final class DatedRates extends AbstractList<DatedRate> implements RandomAccess {

    private final List<DatedRate> rates;
    private final Map<Pair, NavigableMap<LocalDate, BigDecimal>> byPair = new HashMap<>();

    private DatedRates(Collection<DatedRate> rates) {
        this.rates = List.copyOf(rates);
        this.rates.forEach(rate -> byPair.computeIfAbsent(new Pair(rate.from(), rate.to()), pair -> new TreeMap<>())
                .put(rate.date(), rate.rate()));
    }

    /** These, in any order; the same object where they are such rates already, so that many can share one. */
    public static DatedRates of(Collection<DatedRate> rates) {
        return rates instanceof DatedRates dated ? dated : new DatedRates(rates);
    }

    /** The rate of that day or of the last one before it; empty when none is known by then. */
    Optional<BigDecimal> latest(String from, String to, LocalDate day) {
        return Optional.ofNullable(byPair.get(new Pair(from, to)))
                .map(rates -> rates.floorEntry(day))
                .map(Map.Entry::getValue);
    }

    @Override
    public DatedRate get(int index) {
        return rates.get(index);
    }

    @Override
    public int size() {
        return rates.size();
    }

    private record Pair(String from, String to) {}
}
