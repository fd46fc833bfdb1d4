package org.koploper.ui.kit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;

/**
 * Keeps a second click from opening a second dialog of the same kind. The button stays enabled meanwhile, because the
 * focus goes back to it when the dialog closes.
 */
public final class OneDialog {

    private OneDialog() {}

    /** Whether that dialog may open now: no other one of its class is open on this page. It then is the open one. */
    public static boolean claim(Dialog dialog) {
        UI page = UI.getCurrent();
        String kind = OneDialog.class.getName() + ":" + dialog.getClass().getName();
        Object open = ComponentUtil.getData(page, kind);
        if (open != null) {
            return open == dialog;
        }
        ComponentUtil.setData(page, kind, dialog);
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                release(page, kind, dialog);
            }
        });
        // leaving the screen takes it away without closing it
        dialog.addDetachListener(detach -> release(page, kind, dialog));
        return true;
    }

    private static void release(UI page, String kind, Dialog dialog) {
        if (ComponentUtil.getData(page, kind) == dialog) {
            ComponentUtil.setData(page, kind, null);
        }
    }
}
