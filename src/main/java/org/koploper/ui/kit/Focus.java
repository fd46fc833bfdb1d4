package org.koploper.ui.kit;

import com.vaadin.flow.component.UI;

/** Where the keyboard is on a screen that is built anew around it. */
public final class Focus {

    private Focus() {}

    /**
     * Puts the focus on the control with that id once the answer to the present request is shown; nothing happens where
     * there is none. Without it, the focus of a control that was replaced is lost to the top of the page.
     */
    public static void stayOn(String id) {
        UI.getCurrent().getPage().executeJs("setTimeout(() => document.getElementById($0)?.focus())", id);
    }
}
