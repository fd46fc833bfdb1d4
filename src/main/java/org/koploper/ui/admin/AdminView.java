package org.koploper.ui.admin;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.koploper.access.Caller;
import org.koploper.ui.shell.Screen;

/** Where administration starts: a card for each place that the user may open. */
@Route("admin")
@RolesAllowed({"ADMIN", "HR", "FINANCE"})
class AdminView extends Screen {

    AdminView() {
        UnorderedList places = new UnorderedList();
        places.addClassName("kp-places");
        AdminPlace.of(Caller.now()).forEach(place -> {
            Anchor link = new Anchor(place.path(), getTranslation(place.key()));
            link.addClassName("kp-strong");
            Paragraph means = new Paragraph(getTranslation(place.key() + ".means"));
            means.addClassName("kp-quiet");
            places.add(new ListItem(link, means));
        });
        add(new Paragraph(getTranslation("admin.intro")), places);
    }

    @Override
    public String heading() {
        return getTranslation("menu.admin");
    }
}
