package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * The first weeks of somebody beside those of everybody who started earlier: meetings by calls, each week with all weeks
 * before it, so that one week's luck fades.
 *
 * @param firstDay of service
 * @param weeks from the first week of service to the last for which the person has counts
 */
public record StartCurve(LocalDate firstDay, List<Week> weeks) {

    /** So many weeks of service at most. */
    public static final int LONGEST = 26;

    /** Fewer people could work out each other's figures from a median and their own. */
    public static final int FEWEST_OTHERS = 4;

    private static final BigDecimal LOW = new BigDecimal("0.25");
    private static final BigDecimal MIDDLE = new BigDecimal("0.5");
    private static final BigDecimal HIGH = new BigDecimal("0.75");

    /**
     * One week of service.
     *
     * @param number 1 for the week of the first day
     * @param own all weeks up to this one together
     * @param others how many earlier starters had calls by then and counts then or later
     * @param band how they stood in the same week of theirs; null where there are fewer than {@link #FEWEST_OTHERS}
     */
    public record Week(
            int number,
            EffortShare own,
            int others,
            @Nullable Band band) {}

    /** The middle half of several people's rates, from 0 to 1 and with six decimals: a quarter lies below it, a quarter above. */
    public record Band(BigDecimal low, BigDecimal median, BigDecimal high) {

        static Band of(List<BigDecimal> rates) {
            List<BigDecimal> sorted =
                    rates.stream().sorted(Comparator.naturalOrder()).toList();
            return new Band(at(sorted, LOW), at(sorted, MIDDLE), at(sorted, HIGH));
        }

        /** Between two of them where it falls between two. */
        private static BigDecimal at(List<BigDecimal> sorted, BigDecimal part) {
            BigDecimal place = part.multiply(BigDecimal.valueOf(sorted.size() - 1L));
            int below = place.intValue();
            BigDecimal low = sorted.get(below);
            BigDecimal high = sorted.get(Math.min(below + 1, sorted.size() - 1));
            return Decimals.canonical(low.add(high.subtract(low).multiply(place.subtract(BigDecimal.valueOf(below))))
                    .setScale(6, RoundingMode.HALF_UP));
        }
    }

    public StartCurve {
        weeks = List.copyOf(weeks);
    }

    /**
     * @param own counts by Monday
     * @param others of each earlier starter the same, by the first day of service
     */
    static StartCurve of(LocalDate firstDay, NavigableMap<LocalDate, EffortCounts> own, List<Start> others) {
        Start start = new Start(firstDay, own);
        List<Week> weeks = new ArrayList<>();
        for (int number = 1; number <= start.weeks(); number++) {
            int week = number;
            List<BigDecimal> rates = others.stream()
                    .filter(other -> other.weeks() >= week)
                    .map(other -> other.rate(week))
                    .filter(Objects::nonNull)
                    .toList();
            weeks.add(new Week(
                    week,
                    EffortRatio.MET.of(start.upTo(week)),
                    rates.size(),
                    rates.size() < FEWEST_OTHERS ? null : Band.of(rates)));
        }
        return new StartCurve(firstDay, weeks);
    }

    /**
     * Somebody's first weeks.
     *
     * @param counts by Monday, at least one
     */
    record Start(LocalDate firstDay, NavigableMap<LocalDate, EffortCounts> counts) {

        /** The number of the last week with counts, at most {@link #LONGEST}. */
        int weeks() {
            return Math.min(LONGEST, number(counts.lastKey()));
        }

        private int number(LocalDate monday) {
            return (int) ChronoUnit.WEEKS.between(monday(), monday) + 1;
        }

        private LocalDate monday() {
            return org.koploper.period.Period.week(firstDay).from();
        }

        EffortCounts upTo(int week) {
            return counts.headMap(monday().plusWeeks(week), false).entrySet().stream()
                    .map(Map.Entry::getValue)
                    .reduce(EffortCounts.NONE, EffortCounts::plus);
        }

        /** Null before the first call, and where the counts are wrong. */
        @Nullable
        BigDecimal rate(int week) {
            EffortCounts sum = upTo(week);
            return sum.calls() == 0 || sum.meetings() > sum.calls()
                    ? null
                    : BigDecimal.valueOf(sum.meetings()).divide(BigDecimal.valueOf(sum.calls()), MathContext.DECIMAL64);
        }
    }
}
