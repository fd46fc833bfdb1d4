package org.koploper.ui.home;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.koploper.access.Caller;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.shell.Destination;
import org.koploper.ui.shell.Screen;

/** Where everybody starts: leads on to the screen that matters most to this user. */
@Route("")
@PermitAll
class HomeView extends Screen implements BeforeEnterObserver {

    HomeView() {
        add(new EmptyState(getTranslation("home.nothing"), getTranslation("home.nothing-text")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Destination.startOf(Caller.now()).ifPresent(destination -> event.forwardTo(destination.path()));
    }

    @Override
    public String heading() {
        return getTranslation("home.heading");
    }
}
