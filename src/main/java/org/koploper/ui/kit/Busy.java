package org.koploper.ui.kit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;

/**
 * What a button does that writes: it shows that it is at work until the answer is there, keeps the focus, and does nothing
 * at a second click meanwhile. The script {@code busy.ts}, which comes with the
 * frame, does its part in the browser, from the click on; a second click
 * that reaches the server with the first one is dropped here.
 */
public final class Busy {

    private static final String AT_WORK = Busy.class.getName();

    private Busy() {}

    /** Does that work at each click on the button. */
    public static <B extends Button> B on(B button, Runnable work) {
        button.getElement().setAttribute("data-kp-busy", button.getTranslation("busy"));
        button.addClickListener(click -> {
            if (ComponentUtil.getData(button, AT_WORK) != null) {
                return;
            }
            ComponentUtil.setData(button, AT_WORK, true);
            UI.getCurrent().beforeClientResponse(button, response -> ComponentUtil.setData(button, AT_WORK, null));
            button.getElement().executeJs("this.dispatchEvent(new Event('kp-done'))");
            work.run();
        });
        return button;
    }
}
