package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;

/**
 * How a goal develops, stretch by stretch. Everything is unrounded.
 *
 * @param step days, weeks or months; a level is read in the stretches of its baseline only
 * @param cumulative whether every stretch holds all from the first day on; a level never does
 * @param steps in their order; of a level the baseline is the first
 * @param forecast of the ends of the stretches to come
 * @param notes what is in none of them
 */
public record GoalDevelopment(
        AgreedGoal agreed,
        PeriodKind step,
        boolean cumulative,
        List<Step> steps,
        GoalForecast forecast,
        List<Note> notes) {

    public GoalDevelopment {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /**
     * One stretch.
     *
     * @param reached null for what is still to come, and where nothing may be said
     * @param expected null where there is nothing to begin at
     * @param yearBefore by the same dates a year before; null where that is not known
     * @param earlier what was expected before the goal changed for the last time; null where it never did
     */
    public record Step(
            Period period,
            @Nullable BigDecimal reached,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal yearBefore,
            @Nullable BigDecimal earlier) {}
}
