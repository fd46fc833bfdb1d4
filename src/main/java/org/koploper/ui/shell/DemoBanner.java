package org.koploper.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Span;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;

/** Says on every screen that people and numbers are invented; whoever administers is led to where that ends. */
class DemoBanner extends Aside {

    DemoBanner(CurrentUser user) {
        addClassName("kp-demo-banner");
        getElement().setAttribute("aria-label", getTranslation("demo.banner-name"));
        add(new Span(getTranslation("demo.banner")));
        if (user.has(Role.ADMIN)) {
            add(new Anchor("admin/demo", getTranslation("demo.banner-end")));
        }
    }
}
