package org.koploper.kpi;

import org.koploper.access.PersonId;
import org.springframework.stereotype.Component;

/** Who may read which KPI. */
@Component("kpiAccess")
class KpiAccess {

    private final GoalAccess goals;

    KpiAccess(GoalAccess goals) {
        this.goals = goals;
    }

    /** A person's numbers as a person's goals; teams, customers and the organisation are known to whoever is signed in. */
    public boolean sees(KpiScope scope) {
        return scope.kind() != KpiScope.Kind.PERSON || scope.id() != null && goals.sees(new PersonId(scope.id()));
    }
}
