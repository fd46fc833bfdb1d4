package org.koploper.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.koploper.ui.kit.EmptyState;

/** Nothing at this address, or nothing that this user may know of: the two look the same on purpose. */
@ParentLayout(MainLayout.class)
@PermitAll
class NotFoundPage extends Screen implements HasErrorParameter<NotFoundException> {

    NotFoundPage() {
        add(new EmptyState(
                getTranslation("not-found.title"),
                getTranslation("not-found.text"),
                new Anchor("", getTranslation("not-found.home"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String heading() {
        return getTranslation("not-found.heading");
    }
}
