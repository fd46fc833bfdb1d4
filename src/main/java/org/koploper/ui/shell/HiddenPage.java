package org.koploper.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.koploper.ui.kit.EmptyState;
import org.springframework.security.access.AccessDeniedException;

/** A service refused what the address asked for: shown as not found, so that nobody learns that it exists. */
@ParentLayout(MainLayout.class)
@PermitAll
class HiddenPage extends Screen implements HasErrorParameter<AccessDeniedException> {

    HiddenPage() {
        add(new EmptyState(
                getTranslation("not-found.title"),
                getTranslation("not-found.text"),
                new Anchor("", getTranslation("not-found.home"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String heading() {
        return getTranslation("not-found.heading");
    }
}
