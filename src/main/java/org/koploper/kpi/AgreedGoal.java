package org.koploper.kpi;

import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.period.Period;

/**
 * A goal as it was agreed: of what, for whom, from when to when, how much. A target that was imported is one too.
 *
 * @param version of the record, for changes
 * @param subjectId of the person, team or customer; 0 for the organisation
 * @param subject external id of the same; null for the organisation
 * @param name of the same
 * @param terms what was agreed
 * @param owner who has to reach it: the person, else who was named; null for nobody
 * @param parent of which it is a part; null for none
 * @param note anything else; the goal does not depend on it
 */
public record AgreedGoal(
        long id,
        String externalId,
        int version,
        GoalScope scope,
        long subjectId,
        @Nullable String subject,
        String name,
        GoalTerms terms,
        @Nullable PersonId owner,
        @Nullable Long parent,
        boolean stopped,
        @Nullable String note) {

    public GoalKpi kpi() {
        return terms.kpi();
    }

    public Period period() {
        return terms.period();
    }

    /** As KPIs are asked for. */
    KpiScope kpiScope() {
        return scope == GoalScope.ORGANISATION
                ? KpiScope.organisation()
                : new KpiScope(KpiScope.Kind.valueOf(scope.name()), subjectId);
    }

    /** The same under other terms, such as those of before. */
    AgreedGoal under(GoalTerms other) {
        return new AgreedGoal(
                id, externalId, version, scope, subjectId, subject, name, other, owner, parent, stopped, note);
    }
}
