package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.statistics.Proportion;
import org.koploper.statistics.Trend;

/** What may rise or fall from week to week. */
public enum EffortLine {
    /** Calls on each day that people were there to work. */
    CALLS_A_DAY,
    /** {@link EffortRatio#REACHED}. */
    REACHED,
    /** {@link EffortRatio#AGREED}. */
    AGREED,
    /** {@link EffortRatio#MET}. */
    MET,
    /** How long a call takes. There is a line and no test: minutes are rounded by who writes them down. */
    MINUTES_A_CALL;

    /** What translations call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a share of something, from 0 to 1. */
    public boolean isShare() {
        return this == REACHED || this == AGREED || this == MET;
    }

    /** In that week, at most 16 digits; null where it cannot be computed. */
    public @Nullable BigDecimal in(EffortWeek week) {
        return switch (this) {
            case CALLS_A_DAY ->
                week.days().signum() == 0
                        ? null
                        : Decimals.canonical(
                                BigDecimal.valueOf(week.counts().calls()).divide(week.days(), MathContext.DECIMAL64));
            case MINUTES_A_CALL -> week.counts().minutesPerCall();
            case REACHED, AGREED, MET -> ratio().of(week.counts()).rate();
        };
    }

    /**
     * Whether it rises or falls: rates by the test of Cochran and Armitage, calls by a Poisson trend over the days worked.
     * Only weeks that are over count, since a running one has all of its days and not all of its calls.
     *
     * @return empty where fewer than {@link Trend#FEWEST} weeks can be used, and for minutes
     */
    public Optional<Trend> trend(List<EffortWeek> weeks, LocalDate today) {
        List<EffortWeek> over =
                weeks.stream().filter(week -> week.isOver(today)).toList();
        return switch (this) {
            case CALLS_A_DAY -> calls(over);
            case REACHED, AGREED, MET -> rates(over);
            case MINUTES_A_CALL -> Optional.empty();
        };
    }

    private static Optional<Trend> calls(List<EffortWeek> weeks) {
        List<EffortWeek> worked =
                weeks.stream().filter(week -> week.days().signum() > 0).toList();
        return worked.size() < Trend.FEWEST
                ? Optional.empty()
                : Optional.of(Trend.ofCounts(
                        worked.stream().map(week -> week.counts().calls()).toList(),
                        worked.stream().map(week -> week.days().doubleValue()).toList()));
    }

    private Optional<Trend> rates(List<EffortWeek> weeks) {
        List<Proportion> rates = weeks.stream()
                .flatMap(week -> ratio().of(week.counts()).proportion().stream())
                .toList();
        return rates.size() < Trend.FEWEST ? Optional.empty() : Optional.of(Trend.ofRates(rates));
    }

    private EffortRatio ratio() {
        return EffortRatio.valueOf(name());
    }
}
