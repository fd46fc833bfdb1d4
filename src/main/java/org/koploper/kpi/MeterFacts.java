package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the four numbers of one side are made of.
 *
 * @param open quotes, or deals where no quotes are kept
 * @param atWork days in the last stretch of time before; what open ones are held against
 * @param revenue in the organisation's currency, as {@code values} are
 * @param orders shared ones by their share
 * @param values what single orders are worth, each whole; null where there are more than are read one by one
 * @param cycles how many took so many days
 */
record MeterFacts(
        int open,
        double atWork,
        BigDecimal revenue,
        BigDecimal orders,
        @Nullable List<BigDecimal> values,
        int won,
        int decided,
        NavigableMap<Integer, BigDecimal> cycles) {

    /** @param quotes whether the organisation keeps quotes */
    static MeterFacts of(Sums sums, boolean quotes, double days, @Nullable List<BigDecimal> values) {
        BigDecimal won = sums.of(quotes ? Measure.QUOTES_WON : Measure.WON);
        BigDecimal lost = sums.of(quotes ? Measure.QUOTES_LOST : Measure.LOST);
        return new MeterFacts(
                whole(sums.of(quotes ? Measure.OPEN_QUOTES : Measure.OPEN_DEALS)),
                days,
                sums.of(Measure.REVENUE),
                sums.of(Measure.VALUED_ORDERS),
                values,
                whole(won),
                whole(won.add(lost)),
                sums.counts(quotes ? Measure.QUOTE_CYCLE : Measure.CYCLE));
    }

    /** A shared one counts here as it does to the nearest whole. */
    private static int whole(BigDecimal count) {
        return count.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    double[] sizes() {
        return values == null
                ? new double[0]
                : values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** Each of them once for every time it was counted. */
    List<BigDecimal> cycleDays() {
        return cycles.entrySet().stream()
                .flatMap(entry ->
                        Collections.nCopies(whole(entry.getValue()), BigDecimal.valueOf(entry.getKey())).stream())
                .toList();
    }

    double[] days() {
        return cycleDays().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    int timed() {
        return whole(Quantiles.all(cycles));
    }

    /** What is left of counts when these are taken out. */
    NavigableMap<Integer, BigDecimal> cyclesLeftOf(NavigableMap<Integer, BigDecimal> all) {
        NavigableMap<Integer, BigDecimal> left = new TreeMap<>(all);
        cycles.forEach((days, count) -> left.merge(days, count.negate(), BigDecimal::add));
        return left;
    }
}
