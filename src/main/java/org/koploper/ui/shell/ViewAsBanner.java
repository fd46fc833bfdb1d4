package org.koploper.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Span;
import org.koploper.access.CurrentUser;
import org.koploper.access.Role;
import org.koploper.access.ViewAs;
import org.koploper.ui.kit.Draft;

/** Says on every screen as whom an administrator looks, and ends it. */
class ViewAsBanner extends Aside {

    ViewAsBanner(CurrentUser user, ViewAs viewAs) {
        addClassName("kp-view-as-banner");
        getElement().setAttribute("aria-label", getTranslation("view-as.banner-name"));
        Button stop = new Button(getTranslation("view-as.stop"), click -> {
            Draft.forgetAll();
            viewAs.stop();
            UI.getCurrent().getPage().setLocation("accounts");
        });
        stop.addThemeVariants(ButtonVariant.SMALL);
        add(
                new Span(getTranslation(
                        user.signedIn().has(Role.FINANCE) ? "view-as.banner-finance" : "view-as.banner", user.name())),
                stop);
    }
}
