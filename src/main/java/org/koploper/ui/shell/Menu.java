package org.koploper.ui.shell;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import org.koploper.ui.kit.Shortcut;

/** The menu in the drawer: one group per subject, only with what the user may open. */
class Menu extends Aside {

    Menu(List<Destination> destinations) {
        addClassName("kp-menu");
        getElement().setAttribute("aria-label", getTranslation("menu.drawer"));
        Span brand = new Span("Koploper");
        brand.addClassName("kp-brand");
        add(brand);
        for (Destination.Group group : Destination.Group.values()) {
            List<Destination> inGroup = destinations.stream()
                    .filter(destination -> destination.group() == group)
                    .toList();
            if (!inGroup.isEmpty()) {
                add(group(group, inGroup));
            }
        }
    }

    private SideNav group(Destination.Group group, List<Destination> destinations) {
        SideNav nav = new SideNav(getTranslation(group.key()));
        for (Destination destination : destinations) {
            SideNavItem item = new SideNavItem(
                    getTranslation(destination.key()), destination.path(), Icons.of(destination.icon()));
            // what has a place of its own in the menu is not inside another one
            item.setMatchNested(
                    destinations.stream().noneMatch(other -> other.path().startsWith(destination.path() + "/")));
            nav.addItem(Shortcut.on(item, GoLetters.of(destination), getTranslation(destination.key())));
        }
        return nav;
    }
}
