package org.koploper.ui.team;

import com.vaadin.flow.i18n.I18NProvider;
import org.koploper.sales.DealChangedMeanwhile;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealRefused;
import org.koploper.sales.DealView;
import org.koploper.ui.kit.UndoToast;

/** Takes a change of a deal back. */
final class Undo {

    private Undo() {}

    /** Makes the deal again what it was; where somebody changed it since, says so and leaves it. */
    static void back(DealDesk desk, DealView before, Runnable changed) {
        String id = before.row().externalId();
        try {
            desk.find(id)
                    .ifPresent(now -> desk.change(
                            id, before.unchanged(), now.version(), I18NProvider.translate("deal.undo-reason")));
            UndoToast.say(I18NProvider.translate("deal.undone", DealNames.of(before.row())));
        } catch (DealChangedMeanwhile | DealRefused refused) {
            UndoToast.say(I18NProvider.translate("deal.not-undone"));
        }
        changed.run();
    }
}
