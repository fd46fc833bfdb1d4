package org.koploper.ui.shell;

import com.vaadin.flow.component.icon.SvgIcon;

/** The few signs of the menu, from one small file instead of a whole icon font. */
final class Icons {

    private Icons() {}

    static SvgIcon of(String name) {
        SvgIcon icon = new SvgIcon("icons/" + name + ".svg");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
