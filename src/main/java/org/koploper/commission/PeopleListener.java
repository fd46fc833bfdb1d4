package org.koploper.commission;

import java.util.Set;
import org.koploper.access.Caller;
import org.koploper.commission.engine.Need;
import org.koploper.people.PeopleChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who moves to another team or job role moves to its plan, where these have plans; quotas go by the days in service and managers are paid
 * on what is sold below them, where plans say so.
 */
@Component
class PeopleListener {

    private final PlanRows plans;
    private final CommissionRun run;

    PeopleListener(PlanRows plans, CommissionRun run) {
        this.plans = plans;
        this.run = run;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(PeopleChanged change) {
        // rare, and the change does not say whom it moved on which days: everybody is looked at, nothing is posted
        // twice
        if (plans.anyGroupAssigned()) {
            Caller.asSystem(() -> run.all("people-changed " + change.batch()));
        } else {
            Caller.asSystem(() -> run.asking(Set.of(Need.SERVICE, Need.TEAM), "people-changed " + change.batch()));
        }
    }
}
