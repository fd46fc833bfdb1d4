package org.koploper.kpi;

import org.koploper.access.SystemOnly;
import org.koploper.audit.Trail;
import org.koploper.storage.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The daily totals of everybody: derived from sales, so they can be thrown away at any time. */
@Service
public class Totals {

    private final TotalsWriter writer;
    private final Trail trail;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    Totals(TotalsWriter writer, Trail trail, Ids ids, ApplicationEventPublisher events) {
        this.writer = writer;
        this.trail = trail;
        this.ids = ids;
        this.events = events;
    }

    /** Computes all totals anew from sales; whoever follows totals is told about every person and day. */
    @SystemOnly
    public void rebuild() {
        long batch = ids.next();
        writer.touchEverything(batch);
        writer.recompute(batch, () -> {
            trail.record("totals.rebuilt", new Trail.Subject("totals", "all", "daily totals"), null, null, null);
            events.publishEvent(new TotalsChanged(batch));
        });
    }
}
