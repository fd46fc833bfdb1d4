package org.koploper.sales;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rates of some currencies into one, read at once; answers as {@link Rates#rate} does. */
public final class RateTable {

    private final String into;
    private final Map<Pair, NavigableMap<LocalDate, BigDecimal>> rates;

    RateTable(String into, Map<Pair, NavigableMap<LocalDate, BigDecimal>> rates) {
        this.into = into;
        this.rates = rates;
    }

    /** How much one unit of that currency is on that day; empty when no rate is known by then. */
    public Optional<BigDecimal> rate(String from, LocalDate day) {
        if (from.equals(into)) {
            return Optional.of(BigDecimal.ONE);
        }
        return latest(new Pair(from, into), day)
                .or(() -> latest(new Pair(into, from), day)
                        .map(opposite -> BigDecimal.ONE.divide(opposite, MathContext.DECIMAL128)));
    }

    /** Every rate it knows, in no order. */
    public Stream<Quoted> quoted() {
        return rates.entrySet().stream()
                .flatMap(pair -> pair.getValue().entrySet().stream()
                        .map(day ->
                                new Quoted(pair.getKey().from(), pair.getKey().to(), day.getKey(), day.getValue())));
    }

    /** How much one unit of a currency is in another from that day on. */
    public record Quoted(String from, String to, LocalDate day, BigDecimal rate) {}

    private Optional<BigDecimal> latest(Pair pair, LocalDate day) {
        return Optional.ofNullable(rates.getOrDefault(pair, new TreeMap<>()).floorEntry(day))
                .map(Map.Entry::getValue);
    }

    record Pair(String from, String to) {}
}
