package org.koploper.ui.kit;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Holds what is built anew whenever results change. In the browser the keyboard stays where it was, although every control
 * is a new one; and rows that carry {@link #row} move from their old place to their new one, unless the reader wants no
 * motion.
 */
@Tag("kp-live")
@JsModule("./live.ts")
public class LiveHost extends HtmlContainer implements HasComponents {

    /** By this key a row is known again after the change. */
    public static void row(HtmlContainer row, String key) {
        row.getElement().setAttribute("data-kp-row", key);
    }
}
