package org.koploper.ui.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first places of the menu within reach of a thumb, on phones: at most five, and where there are more of them four and a
 * button that opens the whole menu.
 */
class BottomBar extends Nav {

    private static final int MOST = 5;

    private final List<Destination> destinations;
    private final List<Anchor> links;
    private final @Nullable NativeButton more;

    BottomBar(List<Destination> all, Runnable openMenu) {
        boolean tooMany = all.size() > MOST;
        this.destinations = tooMany ? all.subList(0, MOST - 1) : all;
        this.links = this.destinations.stream().map(this::link).toList();
        this.more = tooMany ? more(openMenu) : null;
        addClassName("kp-bottom-bar");
        setAriaLabel(getTranslation("menu.bottom"));
        links.forEach(this::add);
        if (more != null) {
            add(more);
        }
    }

    private Anchor link(Destination destination) {
        Anchor link = new Anchor(
                destination.path(), Icons.of(destination.icon()), new Span(getTranslation(destination.key())));
        link.addClassName("kp-bottom-link");
        return link;
    }

    private NativeButton more(Runnable openMenu) {
        NativeButton button = new NativeButton("", click -> openMenu.run());
        button.add(Icons.of("more"), new Span(getTranslation("menu.more")));
        button.addClassName("kp-bottom-link");
        return button;
    }

    /** Marks where the user is; a place that is only in the menu, at the button that opens it. */
    void at(String path) {
        boolean found = false;
        for (int i = 0; i < links.size(); i++) {
            String own = destinations.get(i).path();
            boolean current = path.equals(own) || path.startsWith(own + "/");
            mark(links.get(i), current);
            found |= current;
        }
        if (more != null) {
            mark(more, !found);
        }
    }

    private static void mark(HasElement place, boolean current) {
        if (current) {
            place.getElement().setAttribute("aria-current", "page");
        } else {
            place.getElement().removeAttribute("aria-current");
        }
    }
}
