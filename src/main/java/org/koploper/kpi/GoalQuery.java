package org.koploper.kpi;

import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * Which goals are asked for.
 *
 * @param period with days in it
 * @param scope null for all
 * @param kpi null for all
 * @param stopped whether those that were stopped are wanted too
 */
public record GoalQuery(
        Period period, @Nullable GoalScope scope, @Nullable GoalKpi kpi, boolean stopped) {

    /** All that are not stopped. */
    public static GoalQuery of(Period period) {
        return new GoalQuery(period, null, null, false);
    }
}
