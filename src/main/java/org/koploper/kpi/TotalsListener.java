package org.koploper.kpi;

import org.koploper.access.Caller;
import org.koploper.people.PeopleChanged;
import org.koploper.sales.GoodsChanged;
import org.koploper.sales.SalesChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings the daily totals up to date after each change of sales; delivered again after a crash, so idempotent. Without a
 * transaction of its own, since the totals have one for each portion.
 */
@Component
class TotalsListener {

    private final TotalsWriter totals;
    private final ApplicationEventPublisher events;

    TotalsListener(TotalsWriter totals, ApplicationEventPublisher events) {
        this.totals = totals;
        this.events = events;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(SalesChanged change) {
        Caller.asSystem(
                () -> totals.recompute(change.batch(), () -> events.publishEvent(new TotalsChanged(change.batch()))));
    }

    /** What goods cost and are listed at moves no total, but margins and the worth of what is open. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(GoodsChanged change) {
        Caller.asSystem(() -> totals.recountTeams(change.batch()));
    }

    /** Whoever moves to another team takes nothing along and leaves nothing behind: the months of both are counted again. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void on(PeopleChanged change) {
        Caller.asSystem(() -> totals.recountTeams(change.batch()));
    }
}
