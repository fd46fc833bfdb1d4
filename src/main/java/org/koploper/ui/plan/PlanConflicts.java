package org.koploper.ui.plan;

import java.time.Clock;
import java.util.Optional;
import org.koploper.audit.Trail;
import org.koploper.commission.PlanBook;
import org.koploper.commission.PlanRef;
import org.koploper.ui.kit.ConflictDialog;

/**
 * What a dialog about a plan needs when somebody else changed the plan meanwhile.
 *
 * @param again brings the screen to what is saved now
 */
record PlanConflicts(PlanRef plan, PlanBook book, Trail trail, Clock clock, Runnable again) {

    /** The plan as it is now; empty where it may no longer be read. */
    Optional<PlanBook.Page> now() {
        return book.page(plan.id());
    }

    /** Who did that last to the plan, as a sentence. */
    String who(String action) {
        return ConflictDialog.who(trail.last("plan", plan.externalId(), action), clock);
    }
}
