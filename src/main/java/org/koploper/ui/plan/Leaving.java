package org.koploper.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeLeaveEvent;
import org.koploper.ui.kit.ConfirmWithReason;

/** Asks before a text that was written is lost. */
final class Leaving {

    private Leaving() {}

    static void ask(BeforeLeaveEvent event, PlanDesk desk) {
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        UI ui = UI.getCurrent();
        ConfirmWithReason.of("records.leave-title", "records.leave")
                .says(ui.getTranslation("records.leave-text"))
                .otherwise(ui.getTranslation("records.stay"))
                .destroys()
                .then(() -> {
                    desk.settled();
                    leave.proceed();
                });
    }
}
