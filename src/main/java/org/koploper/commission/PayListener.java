package org.koploper.commission;

import org.koploper.access.Caller;
import org.koploper.kpi.TotalsChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Pay follows sales: in the thread of whoever saved or imported, so that it is right when they see their answer; and
 * again after a crash, since the registry of events keeps what was not finished. Without a transaction of its own, since
 * the run has one for each group of payees.
 */
@Component
class PayListener {

    private final CommissionRun run;

    PayListener(CommissionRun run) {
        this.run = run;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(TotalsChanged change) {
        Caller.asSystem(() -> run.touched(change.batch()));
    }
}
