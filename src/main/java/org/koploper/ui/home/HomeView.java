package org.koploper.ui.home;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.koploper.access.Caller;
import org.koploper.access.CurrentUser;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.shell.Destination;
import org.koploper.ui.shell.Screen;

/** Where everybody starts: leads on to the screen that matters most to this user. */
@Route("")
@PermitAll
class HomeView extends Screen implements BeforeEnterObserver {

    /** Who manages looks at the team first; who only sells, at the own month. */
    private static final List<Destination> ORDER = List.of(
            Destination.TEAM, Destination.MONTH, Destination.STATEMENT, Destination.IMPORT, Destination.LEADERBOARD);

    HomeView() {
        add(new EmptyState(getTranslation("home.nothing"), getTranslation("home.nothing-text")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CurrentUser user = Caller.now();
        ORDER.stream()
                .filter(destination -> destination.isFor(user))
                .findFirst()
                .ifPresent(destination -> {
                    event.forwardTo(destination.path());
                    // the address bar would keep the start page, and the menu would not know where it is
                    event.getUI().getPage().getHistory().replaceState(null, destination.path());
                });
    }

    @Override
    public String heading() {
        return getTranslation("home.heading");
    }
}
