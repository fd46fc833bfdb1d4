package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * A target and where one stands. Everything is unrounded.
 *
 * @param externalId of the target; null where there is none, or where several make up the target of the period
 * @param scope whose it is
 * @param subject external id of the person or team; null for the organisation
 * @param name of the person, the team or the organisation
 * @param kpi what is counted: {@link Metric#REVENUE} or {@link Metric#DEALS}
 * @param period the target's own days, or the days asked for
 * @param currency of the amounts; null for a count, and where the organisation has none yet
 * @param target more than zero; null in {@link GoalState#NO_TARGET}
 * @param value what was reached so far
 * @param expectedNow the target by the working days gone, today included, at most 34 digits; null without target
 * @param progress value divided by target, above 1 where it is above; null without target
 * @param notes what is not in the value
 */
public record Goal(
        @Nullable String externalId,
        GoalScope scope,
        @Nullable String subject,
        String name,
        Metric kpi,
        Period period,
        @Nullable String currency,
        @Nullable BigDecimal target,
        BigDecimal value,
        @Nullable BigDecimal expectedNow,
        @Nullable BigDecimal progress,
        GoalState state,
        List<Note> notes) {

    public Goal {
        notes = List.copyOf(notes);
    }
}
