package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiCompared.Verdict;
import org.koploper.statistics.Estimate;
import org.koploper.statistics.Interval;
import org.koploper.statistics.Proportion;
import org.koploper.statistics.Trend;
import org.koploper.statistics.TwoProportions;

/** How far chance alone moves each KPI, and so whether two readings of it differ. */
enum Chance {
    /** Something was counted, perhaps for each of so many. */
    COUNT(EnumSet.noneOf(Measure.class)),
    /** The worth of orders was added up, perhaps for each of so many. */
    SUM(EnumSet.of(Measure.VALUE_SQUARES, Measure.VALUED_ORDERS)),
    /** The worth of an order. */
    MEAN(EnumSet.of(Measure.VALUE_SQUARES, Measure.VALUED_ORDERS)),
    /** So many out of so many. */
    SHARE(EnumSet.noneOf(Measure.class)),
    MEDIAN(EnumSet.noneOf(Measure.class)),
    UNKNOWN(EnumSet.noneOf(Measure.class));

    /** With fewer cases on either side nothing is said; of rates {@link Numbers#FEWEST} are enough. */
    static final int FEWEST = 10;

    /** Squares are of thousands. */
    private static final double SCALE = 1e6;

    private final Set<Measure> measures;

    Chance(Set<Measure> measures) {
        this.measures = measures;
    }

    static Chance of(Kpi kpi) {
        return switch (kpi) {
            case OPEN_QUOTES,
                    NEW_LEADS,
                    NEW_ORGANISATIONS,
                    QUALIFIED_LEADS,
                    CONTACTS,
                    CALLS,
                    MEETINGS,
                    CONTACTS_PER_DAY,
                    QUOTES_PER_DAY -> COUNT;
            case REVENUE, PRODUCTIVITY, REVENUE_PER_HOUR, MARKET_SHARE -> SUM;
            case ORDER_VALUE, DEAL_VALUE -> MEAN;
            case STALE_QUOTES,
                    CLOSING_RATE,
                    QUOTE_TO_ORDER,
                    CROSS_SELLING,
                    REPEAT_SALES,
                    CHURN,
                    RETENTION,
                    SATISFACTION,
                    RETURN_INTENTION,
                    RESPONSE_IN_AN_HOUR -> SHARE;
            case SALES_CYCLE, CONTACT_TO_CLOSE, RESPONSE_TIME -> MEDIAN;
            default -> UNKNOWN;
        };
    }

    /** What has to be known beside what the KPI is made of. */
    Set<Measure> measures() {
        return measures;
    }

    /** One reading with what it was made of. */
    record Side(Reading reading, Sums sums, Formula formula) {

        double numerator() {
            return number(reading.numerator());
        }

        /** One where nothing was divided. */
        double denominator() {
            return reading.denominator() == null ? 1 : number(reading.denominator());
        }

        private static double number(@Nullable BigDecimal number) {
            return number == null ? 0 : number.doubleValue();
        }
    }

    /** Where the true difference lies; null where there is too little, or nobody knows. */
    @Nullable
    Interval between(Side now, Side then) {
        if (now.reading().value() == null || then.reading().value() == null) {
            return null;
        }
        return switch (this) {
            case COUNT ->
                now.numerator() + then.numerator() < FEWEST ? null : count(now).minus(count(then));
            case SUM, MEAN ->
                orders(now) < FEWEST || orders(then) < FEWEST
                        ? null
                        : sized(now).minus(sized(then));
            case SHARE -> new TwoProportions(share(now.reading()), share(then.reading())).interval();
            case MEDIAN -> {
                NavigableMap<Integer, BigDecimal> one = counted(now);
                NavigableMap<Integer, BigDecimal> two = counted(then);
                yield Quantiles.all(one).intValue() < FEWEST
                                || Quantiles.all(two).intValue() < FEWEST
                        ? null
                        : Estimate.ofMedian(one).minus(Estimate.ofMedian(two));
            }
            case UNKNOWN -> null;
        };
    }

    Verdict verdict(@Nullable Interval between) {
        if (this == UNKNOWN) {
            return Verdict.UNTOLD;
        }
        if (between == null) {
            return Verdict.TOO_LITTLE;
        }
        return between.contains(0) ? Verdict.MAY_BE_CHANCE : between.low() > 0 ? Verdict.MORE : Verdict.LESS;
    }

    /**
     * Whether it rises or falls over these spans; null where that cannot be told.
     *
     * @param days how many each span has
     */
    @Nullable
    Trend trend(List<Reading> course, List<Double> days) {
        boolean plain = course.stream().allMatch(reading -> reading.denominator() == null);
        if (this == COUNT && plain) {
            return Trend.ofCounts(
                    course.stream()
                            .map(reading -> (int) Math.round(Side.number(reading.numerator())))
                            .toList(),
                    days);
        }
        List<Proportion> rates = this == SHARE
                ? course.stream()
                        .filter(reading -> Side.number(reading.denominator()) >= 1)
                        .map(Chance::share)
                        .toList()
                : List.of();
        return rates.size() < Trend.FEWEST ? null : Trend.ofRates(rates);
    }

    private static Estimate count(Side side) {
        return Estimate.ofCount(side.numerator()).per(side.denominator());
    }

    private Estimate sized(Side side) {
        double squares = side.sums().of(Measure.VALUE_SQUARES).doubleValue() * SCALE;
        return this == MEAN
                ? Estimate.ofMean(side.numerator(), squares, side.denominator())
                : Estimate.ofSum(side.numerator(), squares).per(side.denominator());
    }

    private static double orders(Side side) {
        return side.sums().of(Measure.VALUED_ORDERS).doubleValue();
    }

    /** Shared cases make fractions. */
    private static Proportion share(Reading reading) {
        int of = (int) Math.max(1, Math.round(Side.number(reading.denominator())));
        return new Proportion((int) Math.clamp(Math.round(Side.number(reading.numerator())), 0, of), of);
    }

    /** A median is made of one measure alone. */
    private static NavigableMap<Integer, BigDecimal> counted(Side side) {
        return side.sums().counts(side.formula().measures().iterator().next());
    }
}
