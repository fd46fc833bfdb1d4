package org.koploper.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.HasDynamicTitle;

/** What every screen is: the main landmark of the page, with a heading that the frame shows and the page is titled by. */
public abstract class Screen extends Main implements HasDynamicTitle {

    protected Screen(Component... content) {
        super(content);
        setId("main");
        getElement().setAttribute("tabindex", "-1");
        addClassName("kp-screen");
    }

    /** The heading, in the language of the reader; asked after navigation, so it may name what was loaded. */
    public abstract String heading();

    @Override
    public String getPageTitle() {
        return heading() + " · Koploper";
    }
}
