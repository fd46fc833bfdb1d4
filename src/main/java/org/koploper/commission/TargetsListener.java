package org.koploper.commission;

import java.util.Set;
import org.koploper.access.Caller;
import org.koploper.commission.engine.Need;
import org.koploper.kpi.TargetsChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Another target is another quota, where a plan leaves it to everybody's own. */
@Component
class TargetsListener {

    private final CommissionRun run;

    TargetsListener(CommissionRun run) {
        this.run = run;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(TargetsChanged change) {
        Caller.asSystem(() -> run.asking(Set.of(Need.QUOTAS), "targets-changed " + change.batch()));
    }
}
