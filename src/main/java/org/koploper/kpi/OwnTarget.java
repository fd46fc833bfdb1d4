package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;
import org.koploper.period.Period;

/**
 * The target of one person, team or organisation for a period, put together from the agreed targets that lie wholly
 * inside it: the longest first, then whatever overlaps none of those taken, so that a year with quarters and months
 * agreed beside it counts once. A target that reaches beyond the period is not cut: that would be a guess.
 *
 * @param pieces by first day, at least one, never overlapping
 */
public record OwnTarget(List<Piece> pieces) {

    public OwnTarget {
        pieces = List.copyOf(pieces);
    }

    /** Null when no target lies inside the period. */
    public static @Nullable OwnTarget inside(Period period, List<Piece> agreed) {
        List<Piece> taken = new ArrayList<>();
        agreed.stream()
                .filter(piece -> period.contains(piece.days().from())
                        && period.contains(piece.days().to()))
                .sorted(Comparator.comparingLong((Piece piece) -> -piece.days().days())
                        .thenComparing(piece -> piece.days().from())
                        .thenComparing(Piece::externalId))
                .filter(piece -> taken.stream()
                        .noneMatch(other -> other.days().intersect(piece.days()).isPresent()))
                .forEach(taken::add);
        taken.sort(Comparator.comparing(piece -> piece.days().from()));
        return taken.isEmpty() ? null : new OwnTarget(taken);
    }

    /** All pieces together. */
    public BigDecimal amount() {
        return pieces.stream().map(Piece::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether every piece is in that currency; always for counts, which have none. */
    public boolean isIn(@Nullable String currency) {
        return pieces.stream()
                .allMatch(piece -> piece.currency() == null || piece.currency().equals(currency));
    }

    /** Whether it is for every day of the period; otherwise only the days of its pieces may be held against it. */
    public boolean covers(Period period) {
        return pieces.stream().mapToLong(piece -> piece.days().days()).sum() == period.days();
    }

    /** Whether that day has a target. */
    public boolean isFor(LocalDate day) {
        return pieces.stream().anyMatch(piece -> piece.days().contains(day));
    }

    /**
     * That part of the target, unrounded (at most 34 digits): 1 is the whole of it.
     *
     * @param kpi {@link Metric#REVENUE} or {@link Metric#DEALS}, whichever the target counts
     */
    public BigDecimal ratio(Metric kpi, Tally tally) {
        BigDecimal reached = kpi == Metric.DEALS ? tally.deals() : tally.revenue();
        return Decimals.canonical(reached.divide(amount(), MathContext.DECIMAL128));
    }

    /** What was reached on the days that have a target. */
    public Tally reached(Tallies tallies, long id, Period period) {
        return covers(period)
                ? tallies.of(id)
                : pieces.stream().map(piece -> tallies.of(id, piece.days())).reduce(Tally.NONE, Tally::plus);
    }

    /**
     * One agreed target.
     *
     * @param amount more than zero
     * @param currency null for a count
     */
    public record Piece(
            String externalId,
            Period days,
            BigDecimal amount,
            @Nullable String currency) {}
}
