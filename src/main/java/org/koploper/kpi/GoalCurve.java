package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * The way to a target day by day: everything is a sum from the first day on, and unrounded.
 *
 * @param currency of the amounts; null for a count, and where the organisation has none yet
 * @param target more than zero; null where none is agreed
 * @param days every day of the period, in order
 * @param notes what is not in what was reached
 */
public record GoalCurve(
        Period period, @Nullable String currency, @Nullable BigDecimal target, List<Day> days, List<Note> notes) {

    public GoalCurve {
        days = List.copyOf(days);
        notes = List.copyOf(notes);
    }

    /**
     * One day.
     *
     * @param reached null for days to come
     * @param expected by the working days gone, at most 34 digits; null without target
     * @param yearBefore by the same date a year before; on the last day all of that period
     */
    public record Day(
            LocalDate on,
            @Nullable BigDecimal reached,
            @Nullable BigDecimal expected,
            BigDecimal yearBefore) {}

    /** The days with the same dates a year before. */
    static Period yearBefore(Period period) {
        // the day after the last, so that a February ends where it ended then
        return new Period(
                period.from().minusYears(1),
                period.to().plusDays(1).minusYears(1).minusDays(1));
    }

    /**
     * @param tallies by day, under the id 0
     * @param before those of the year before
     * @param worked how much of each day was there to work; days without are absent
     */
    static GoalCurve of(
            Metric kpi,
            Period period,
            LocalDate today,
            @Nullable String currency,
            @Nullable OwnTarget target,
            Tallies tallies,
            Tallies before,
            NavigableMap<LocalDate, BigDecimal> worked) {
        List<Day> days = new ArrayList<>();
        Running reached = new Running(kpi, tallies);
        Running earlier = new Running(kpi, before);
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            // as for the goal: where a target is not for every day, only what falls on its days counts
            boolean counts = target == null || target.covers(period) || target.isFor(day);
            BigDecimal sum = counts ? reached.through(day) : reached.without(day);
            days.add(new Day(
                    day,
                    day.isAfter(today) ? null : sum,
                    target == null ? null : expected(target, day, worked),
                    earlier.through(day.equals(period.to()) ? yearBefore(period).to() : day.minusYears(1))));
        }
        return new GoalCurve(
                period,
                kpi.isMoney() ? currency : null,
                target == null ? null : target.amount(),
                days,
                kpi.isMoney() ? tallies.notes() : List.of());
    }

    private static BigDecimal expected(OwnTarget target, LocalDate day, NavigableMap<LocalDate, BigDecimal> worked) {
        return target.pieces().stream()
                .map(piece -> Pace.of(
                        piece.amount(),
                        piece.days(),
                        day,
                        worked.subMap(piece.days().from(), true, piece.days().to(), true)))
                .reduce(Pace::plus)
                .orElseThrow()
                .expectedNow();
    }

    /** Adds up days in their order. */
    private static final class Running {

        private final Metric kpi;
        private final NavigableMap<LocalDate, Tally> left;
        private BigDecimal sum = BigDecimal.ZERO;

        Running(Metric kpi, Tallies tallies) {
            this.kpi = kpi;
            this.left = new java.util.TreeMap<>(tallies.byDay().getOrDefault(0L, Collections.emptyNavigableMap()));
        }

        BigDecimal through(LocalDate day) {
            while (!left.isEmpty() && !left.firstKey().isAfter(day)) {
                Tally tally = left.pollFirstEntry().getValue();
                sum = sum.add(kpi == Metric.DEALS ? tally.deals() : tally.revenue());
            }
            return Decimals.canonical(sum);
        }

        BigDecimal without(LocalDate day) {
            left.headMap(day, true).clear();
            return Decimals.canonical(sum);
        }
    }
}
