package org.koploper.commission;

import java.util.Set;
import org.koploper.access.Caller;
import org.koploper.commission.engine.Need;
import org.koploper.sales.GoodsChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Another product, number or customer is another rate, where a plan chooses or pays by it. */
@Component
class GoodsListener {

    private final CommissionRun run;

    GoodsListener(CommissionRun run) {
        this.run = run;
    }

    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(GoodsChanged change) {
        Caller.asSystem(() -> run.asking(Set.of(Need.TRAITS, Need.QUANTITY), "goods-changed " + change.batch()));
    }
}
