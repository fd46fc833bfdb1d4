package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.Page;
import java.util.function.Consumer;

/** Tells a component whether it is on a narrow window, where tables become one column of rich rows. */
public final class Widths {

    /** The width in CSS pixels below which a window counts as a phone's. */
    public static final int NARROW = 640;

    private Widths() {}

    /** Calls with the present width when the component is attached, and whenever it passes the limit. */
    public static void onChange(Component component, Consumer<Boolean> narrow) {
        component.addAttachListener(attach -> {
            Page page = attach.getUI().getPage();
            int width = page.getExtendedClientDetails().getWindowInnerWidth();
            narrow.accept(width > 0 && width < NARROW);
            var resizing = page.addBrowserWindowResizeListener(resize -> narrow.accept(resize.getWidth() < NARROW));
            component.addDetachListener(detach -> {
                detach.unregisterListener();
                resizing.remove();
            });
        });
    }
}
