package org.koploper.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.koploper.ui.kit.ErrorState;

/** A screen could not be opened. */
@ParentLayout(MainLayout.class)
@PermitAll
class FailurePage extends Screen implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        add(new ErrorState(Failure.logged(parameter.getException())));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String heading() {
        return getTranslation("failure.heading");
    }
}
