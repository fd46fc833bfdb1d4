package org.koploper.commission;

import org.koploper.access.Caller;
import org.koploper.sales.RatesChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** A deal that waited for its exchange rate is paid when the rate arrives; one that was converted follows a correction. */
@Component
class RatesListener {

    private final CommissionRun run;

    RatesListener(CommissionRun run) {
        this.run = run;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(RatesChanged change) {
        Caller.asSystem(() -> run.converted("rates-changed " + change.batch()));
    }
}
