package org.koploper.kpi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.statistics.Proportion;
import org.koploper.statistics.TwoProportions;

/**
 * Where fewer go on than should be expected, as far as that can be said.
 *
 * @param finding what can be said
 * @param step where the most is lost; null unless something is
 * @param against what it was compared with; null unless something is lost
 * @param rates those of now and of what it was compared with; null unless something is lost
 */
public record Leak(
        Finding finding,
        @Nullable Kpi step,
        @Nullable Against against,
        @Nullable TwoProportions rates) {

    /** Below so many on either side nothing is compared, as between people. */
    static final int FEWEST = 10;

    /** Chance alone may say so once in twenty times that somebody looks, however many comparisons that takes. */
    private static final double CHANCE = 0.05;

    /** What can be said. */
    public enum Finding {
        /** Fewer go on at a step, and hardly by chance. */
        LOSES,
        /** There is enough to compare, and no step differs by more than chance explains. */
        NO_DIFFERENCE,
        TOO_LITTLE
    }

    /** What a step can be compared with. */
    public enum Against {
        BEFORE,
        REST
    }

    private record Compared(Kpi step, Against against, TwoProportions rates) {

        /** Which part of what went on there goes on here: losing half is the same at every step of a way. */
        double left() {
            return rates.first().rate() / rates.second().rate();
        }
    }

    /**
     * Of several steps the one whose rate fell by the largest part, since that is the part of orders that it costs.
     *
     * @param mature whether what began in the period had as much time as what began before: otherwise only decisions of
     *     the period are compared with those of the period before
     */
    static Leak among(List<Conversion> steps, boolean mature) {
        return each(List.of(steps), mature).getFirst();
    }

    /** As {@link #among} of each of these ways, looked at together: many of them find no more by chance than one does. */
    static List<Leak> each(List<List<Conversion>> ways, boolean mature) {
        List<List<Compared>> compared =
                ways.stream().map(steps -> compared(steps, mature)).toList();
        int looks = compared.stream().mapToInt(List::size).sum();
        return compared.stream().map(own -> worst(own, looks)).toList();
    }

    /** Nothing was compared. */
    static Leak none() {
        return new Leak(Finding.TOO_LITTLE, null, null, null);
    }

    private static List<Compared> compared(List<Conversion> steps, boolean mature) {
        List<Compared> compared = new ArrayList<>();
        for (Conversion step : steps) {
            Optional<Proportion> now = step.proportion();
            if (mature || step.kpi().bases().getFirst() == KpiBasis.CLOSE) {
                compare(step.kpi(), Against.BEFORE, now, step.proportionBefore())
                        .ifPresent(compared::add);
            }
            compare(step.kpi(), Against.REST, now, step.proportionOfRest()).ifPresent(compared::add);
        }
        return compared;
    }

    private static Leak worst(List<Compared> compared, int looks) {
        if (compared.isEmpty()) {
            return none();
        }
        return compared.stream()
                .filter(one -> one.rates().difference() < 0)
                .filter(one -> one.rates().byChance() * looks < CHANCE)
                .min(Comparator.comparingDouble(Compared::left))
                .map(one -> new Leak(Finding.LOSES, one.step(), one.against(), one.rates()))
                .orElseGet(() -> new Leak(Finding.NO_DIFFERENCE, null, null, null));
    }

    private static Optional<Compared> compare(
            Kpi step, Against against, Optional<Proportion> now, Optional<Proportion> other) {
        return now.filter(rate -> rate.of() >= FEWEST)
                .flatMap(rate -> other.filter(base -> base.of() >= FEWEST)
                        .map(base -> new Compared(step, against, new TwoProportions(rate, base))));
    }
}
