package org.koploper.commission;

import java.util.Set;
import org.koploper.access.Caller;
import org.koploper.commission.engine.Need;
import org.koploper.kpi.ScoresChanged;
import org.koploper.kpi.TargetsChanged;
import org.koploper.sales.GoodsChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** What plans can ask for beside deals moves the pay of those whose plans do. */
@Component
class FactsListener {

    private final CommissionRun run;

    FactsListener(CommissionRun run) {
        this.run = run;
    }

    /** Another target is another quota, where a plan leaves it to everybody's own. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(TargetsChanged change) {
        Caller.asSystem(() -> run.asking(Set.of(Need.QUOTAS), "targets-changed " + change.batch()));
    }

    /** A manager has scored an objective. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(ScoresChanged change) {
        Caller.asSystem(() -> run.asking(Set.of(Need.SCORES), "scores-changed " + change.batch()));
    }

    /** Another product, cost, number or customer is another rate or margin, where a plan chooses or pays by it. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(GoodsChanged change) {
        Caller.asSystem(
                () -> run.asking(Set.of(Need.TRAITS, Need.QUANTITY, Need.COST), "goods-changed " + change.batch()));
    }
}
