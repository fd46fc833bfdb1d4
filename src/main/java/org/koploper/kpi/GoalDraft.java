package org.koploper.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * A goal as somebody says it: "Within three months the team Antwerp will raise revenue by 14 percent."
 *
 * @param subject external id of the person, team or customer; null for the organisation
 * @param change by how much it changes: a share of the baseline, or percentage points as a share for
 *     {@link GoalReading#RATIO_POINTS}; below zero to lower it; null where the target is said instead
 * @param target what shall be reached; null where the change is said instead
 * @param owner external id of the person who has to reach it; null for the person of the goal, else whoever proposes it
 * @param parent external id of the goal that this is a part of; null for none
 */
public record GoalDraft(
        GoalScope scope,
        @Nullable String subject,
        GoalKpi kpi,
        GoalReading reading,
        GoalShape shape,
        Period period,
        @Nullable BigDecimal change,
        @Nullable BigDecimal target,
        @Nullable String owner,
        @Nullable String parent,
        @Nullable String note) {

    /** The same with a target of its own. */
    public GoalDraft aiming(BigDecimal at) {
        return new GoalDraft(scope, subject, kpi, reading, shape, period, null, at, owner, parent, note);
    }

    /** The same for somebody else, as a part of a goal. */
    GoalDraft partOf(String goal, GoalScope of, String whose, @Nullable String by) {
        return new GoalDraft(of, whose, kpi, reading, shape, period, change, target, by, goal, note);
    }
}
