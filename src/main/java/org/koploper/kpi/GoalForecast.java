package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a goal comes to if it goes on as before, as {@link org.koploper.statistics.Outlook} says.
 *
 * @param without why there is none; null where there is one
 * @param seasonal whether it goes by how earlier periods as long as this one grew; otherwise by working days
 * @param periods how many of them there are
 * @param errors from how many of them it is known how far off it may be; without any there are no bounds and no chance
 * @param moments what is in by the ends of the stretches to come: the first is today with what is there, the last one the
 *     end of the goal; empty where there is none
 * @param chance how probable it is that the target is reached, from 0 to 1; null where that is not known
 */
public record GoalForecast(
        @Nullable Without without,
        boolean seasonal,
        int periods,
        int errors,
        List<Moment> moments,
        @Nullable BigDecimal chance) {

    /** How sure the bounds of a {@link Moment} are: one in ten is below, one in ten above. */
    public static final double CERTAINTY = 0.8;

    /** On fewer days that brought something a few of them decide. */
    public static final int FEWEST_DAYS = 5;

    /** Why nothing is forecast. */
    public enum Without {
        /** No working day of it has gone. */
        NOT_BEGUN,
        /** The last day has come: what is there is all there is. */
        OVER,
        /** Somebody stopped it. */
        STOPPED,
        /** Too few days, fewer than {@link #FEWEST_DAYS}, have brought anything. */
        TOO_LITTLE,
        /** A rate does not add up to its end. */
        RATE,
        /** It is about the last stretch alone, which is known when that comes. */
        LEVEL
    }

    /**
     * @param value unrounded, as {@code low} and {@code high}
     * @param low one in ten is below; null where that is not known
     */
    public record Moment(
            LocalDate day,
            BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {}

    public GoalForecast {
        moments = List.copyOf(moments);
    }

    static GoalForecast none(Without without) {
        return new GoalForecast(without, false, 0, 0, List.of(), null);
    }

    /** The end of the goal; null where nothing is forecast. */
    public @Nullable Moment end() {
        return moments.isEmpty() ? null : moments.getLast();
    }

    /** That day's; null where nothing is forecast for it. */
    public @Nullable Moment on(LocalDate day) {
        return moments.stream()
                .filter(moment -> moment.day().equals(day))
                .findFirst()
                .orElse(null);
    }

    /** Whether it is known how far off it may be. */
    public boolean isBounded() {
        return errors > 0;
    }

    /** Whether so few errors are known that the bounds are visibly wider for it. */
    public boolean isWidened() {
        return errors > 0 && errors < org.koploper.statistics.Outlook.ENOUGH;
    }
}
