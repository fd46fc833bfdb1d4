package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * Who has a goal: a person, a team or the organisation.
 *
 * @param tallies what was sold, all of it under the id 0
 * @param workedDays how much of each day there was to work
 */
record GoalSubject(
        GoalScope scope, long id, @Nullable String externalId, String name, TalliesIn tallies, DaysIn workedDays) {

    @FunctionalInterface
    interface TalliesIn {
        Tallies in(Period period, @Nullable String currency);
    }

    @FunctionalInterface
    interface DaysIn {
        /** How much of each day was there to work; days without are absent. */
        NavigableMap<LocalDate, BigDecimal> in(Period period);
    }

    /**
     * Where it stands in that period.
     *
     * @param currency that of the target, else the organisation's
     */
    Goal goal(Metric kpi, Period period, @Nullable OwnTarget target, @Nullable String currency, LocalDate today) {
        OwnTarget own = inOneCurrency(target, currency);
        Tallies read = tallies.in(period, currency);
        Tally tally = own == null ? read.sum() : own.reached(read, 0, period);
        BigDecimal value = kpi == Metric.DEALS ? tally.deals() : tally.revenue();
        List<Note> notes = kpi.isMoney() ? read.notes() : List.of();
        String shown = kpi.isMoney() ? currency : null;
        if (own == null) {
            return new Goal(
                    null,
                    scope,
                    externalId,
                    name,
                    kpi,
                    period,
                    shown,
                    null,
                    value,
                    null,
                    null,
                    GoalState.NO_TARGET,
                    notes);
        }
        Pace pace = own.pieces().stream()
                .map(piece -> pace(piece, today))
                .reduce(Pace::plus)
                .orElseThrow();
        return new Goal(
                own.pieces().size() == 1 ? own.pieces().getFirst().externalId() : null,
                scope,
                externalId,
                name,
                kpi,
                period,
                shown,
                pace.target(),
                value,
                pace.expectedNow(),
                pace.progress(value),
                pace.state(value, period, today),
                notes);
    }

    private Pace pace(OwnTarget.Piece piece, LocalDate today) {
        Period days = piece.days();
        boolean running = days.contains(today) && today.isBefore(days.to());
        return Pace.of(piece.amount(), days, today, running ? workedDays.in(days) : Collections.emptyNavigableMap());
    }

    /** Pieces in several currencies have no sum: as long as they are, there is no target for the whole. */
    static @Nullable OwnTarget inOneCurrency(@Nullable OwnTarget target, @Nullable String currency) {
        return target == null || target.isIn(currency) ? target : null;
    }
}
