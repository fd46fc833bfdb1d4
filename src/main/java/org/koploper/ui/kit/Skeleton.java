package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;

/**
 * The outline of a screen that is on its way. The script {@code skeleton.ts}, which comes with the frame, shows it by itself
 * where a link leads to a screen; here controls say that they lead somewhere too.
 */
public final class Skeleton {

    private Skeleton() {}

    /** The buttons and fields in it lead to another state of this screen, whose outline is shown while that is late. */
    public static <C extends Component> C before(C controls) {
        controls.getElement().setAttribute("data-kp-goes", true);
        return controls;
    }
}
