package org.koploper.kpi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.koploper.statistics.Interval;
import org.koploper.statistics.Proportion;
import org.koploper.statistics.RequiredEffort;

/**
 * How many calls so many meetings need, by what calls brought before.
 *
 * @param weeks which weeks it rests on, the oldest first
 * @param contacts how many decision makers were reached in them
 * @param required never with fewer than one meeting in those weeks
 */
public record EffortForecast(List<EffortWeek> weeks, int contacts, RequiredEffort required) {

    /** With fewer weeks one week's luck decides. */
    public static final int FEWEST_WEEKS = 4;

    /** With fewer conversations a few of them decide. */
    public static final int FEWEST_CONTACTS = 30;

    /** What still makes it a guess. */
    public enum Caution {
        /** Fewer than {@link #FEWEST_WEEKS}. */
        WEEKS,
        /** Fewer than {@link #FEWEST_CONTACTS}. */
        CONTACTS,
        /** The interval of the rate is wide: {@link Proportion#isSettled()}. */
        WIDE
    }

    public EffortForecast {
        weeks = List.copyOf(weeks);
    }

    /**
     * By weeks in which somebody called.
     *
     * @param target how many meetings, at least 1
     * @return empty where no meeting has come of any call yet, or the counts are wrong
     */
    public static Optional<EffortForecast> of(List<EffortWeek> weeks, int target) {
        List<EffortWeek> used =
                weeks.stream().filter(week -> week.counts().calls() > 0).toList();
        EffortCounts counts = used.stream().map(EffortWeek::counts).reduce(EffortCounts.NONE, EffortCounts::plus);
        return EffortRatio.MET
                .of(counts)
                .proportion()
                .filter(rate -> rate.hits() > 0)
                .map(rate -> new EffortForecast(used, counts.decisionMakers(), new RequiredEffort(rate, target)));
    }

    /** By the rate as it is; with it the target is missed almost every second time. */
    public int byRate() {
        return required.byRate();
    }

    /** By the ends of the interval of the rate at 95 %. */
    public Interval range() {
        return required.range();
    }

    /**
     * With how many calls the target is reached with that certainty.
     *
     * @param certainty between 0 and 1, both left out
     * @return empty where that would be more than anybody calls
     */
    public OptionalInt at(double certainty) {
        try {
            return OptionalInt.of(required.at(certainty));
        } catch (ArithmeticException beyondAnyPlan) {
            return OptionalInt.empty();
        }
    }

    /** Why the exercise should be done a few more times before one relies on it; empty where it may be relied on. */
    public Optional<Caution> caution() {
        if (weeks.size() < FEWEST_WEEKS) {
            return Optional.of(Caution.WEEKS);
        }
        if (contacts < FEWEST_CONTACTS) {
            return Optional.of(Caution.CONTACTS);
        }
        return required.so().isSettled() ? Optional.empty() : Optional.of(Caution.WIDE);
    }
}
