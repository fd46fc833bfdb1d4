package org.koploper.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.koploper.ui.kit.EmptyState;

/** A part of the product that the user has no role for: says so, and whom to ask. */
@ParentLayout(MainLayout.class)
@PermitAll
class NoPermissionPage extends Screen implements HasErrorParameter<AccessDeniedException> {

    NoPermissionPage() {
        add(new EmptyState(
                getTranslation("no-permission.title"),
                getTranslation("no-permission.text"),
                new Anchor("", getTranslation("not-found.home"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String heading() {
        return getTranslation("no-permission.heading");
    }
}
