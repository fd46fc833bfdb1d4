package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * A goal and where it stands. Everything is unrounded.
 *
 * @param value a total so far, a rate so far, or the last finished stretch of a level; null where there is none yet, or
 *     where the KPI must not be computed
 * @param expectedNow where one would be today, at most 34 digits; null where there is nothing to begin at
 * @param progress of a total the value divided by the target, else how much of the way from the baseline to the target;
 *     above 1 where it is above, null where there is no way
 * @param notes what is not in the value
 */
public record GoalStand(
        AgreedGoal agreed,
        @Nullable BigDecimal value,
        @Nullable BigDecimal expectedNow,
        @Nullable BigDecimal progress,
        GoalState state,
        List<Note> notes) {

    public GoalStand {
        notes = List.copyOf(notes);
    }

    public String externalId() {
        return agreed.externalId();
    }

    public GoalScope scope() {
        return agreed.scope();
    }

    /** External id of the person, team or customer; null for the organisation. */
    public @Nullable String subject() {
        return agreed.subject();
    }

    public GoalKpi kpi() {
        return agreed.kpi();
    }

    public Period period() {
        return agreed.period();
    }

    public BigDecimal target() {
        return agreed.terms().target();
    }

    /** Null for what is no money. */
    public @Nullable String currency() {
        return agreed.terms().currency();
    }
}
