package org.koploper.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The five first places of the menu within reach of a thumb, on phones. */
class BottomBar extends Nav {

    private static final int MOST = 5;

    private final List<Destination> destinations;
    private final List<Anchor> links;

    BottomBar(List<Destination> destinations) {
        this.destinations = destinations.stream().limit(MOST).toList();
        this.links = this.destinations.stream().map(this::link).toList();
        addClassName("kp-bottom-bar");
        setAriaLabel(getTranslation("menu.bottom"));
        links.forEach(this::add);
    }

    private Anchor link(Destination destination) {
        Anchor link = new Anchor(
                destination.path(), Icons.of(destination.icon()), new Span(getTranslation(destination.key())));
        link.addClassName("kp-bottom-link");
        return link;
    }

    /** Marks where the user is. */
    void at(String path) {
        for (int i = 0; i < links.size(); i++) {
            String own = destinations.get(i).path();
            boolean current = path.equals(own) || path.startsWith(own + "/");
            if (current) {
                links.get(i).getElement().setAttribute("aria-current", "page");
            } else {
                links.get(i).getElement().removeAttribute("aria-current");
            }
        }
    }
}
