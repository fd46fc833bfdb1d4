package org.koploper.ui.kit;

import com.vaadin.flow.component.UI;

/** Where the keyboard is on a screen that is built anew around it. */
public final class Focus {

    /** The id of the heading in the frame. */
    public static final String HEADING = "kp-heading";

    private Focus() {}

    /**
     * Puts the focus on the control with that id once the answer to the present request is shown, and keeps it there until
     * the user does something; nothing happens where there is none. Without it, the focus of a control that was replaced
     * is lost to the top of the page; given only once, a list or a dialog that is still closing takes it away again.
     */
    public static void stayOn(String id) {
        stay(id, false);
    }

    /** The same for the heading, as after going to another screen; whatever had the focus before. */
    public static void onHeading() {
        stay(HEADING, true);
    }

    private static void stay(String id, boolean firmly) {
        UI.getCurrent().getPage().executeJs("document.querySelector('kp-keys')?.stay($0, $1)", id, firmly);
    }
}
