package org.koploper.ui.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koploper.access.Role;
import org.koploper.people.AccountList;
import org.koploper.people.AccountList.Access;
import org.koploper.ui.admin.Rights.Right;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** What each role means, how many have it, and what it may see and do, subject by subject. */
@Route("admin/roles")
@RolesAllowed("ADMIN")
class RolesView extends Screen implements BeforeEnterObserver {

    private static final String ROLE = "role";

    private final Select<Optional<Role>> choice = new Select<>();
    private final Div tables = new Div();
    private List<Role> shown = List.of(Role.values());
    private Address address = Address.of(new Location(""));

    RolesView(AccountList people, Clock clock) {
        Div cards = new Div();
        cards.addClassName("kp-cards");
        for (Role role : Role.values()) {
            cards.add(card(role, people));
        }
        choice.setLabel(getTranslation("rights.role"));
        choice.setItems(Stream.concat(
                        Stream.of(Optional.<Role>empty()),
                        Arrays.stream(Role.values()).map(Optional::of))
                .toList());
        choice.setItemLabelGenerator(option ->
                option.map(role -> getTranslation(RoleChoice.key(role))).orElse(getTranslation("rights.all-roles")));
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                RolesView.class,
                                address.with(
                                                ROLE,
                                                change.getValue()
                                                        .map(RolesView::word)
                                                        .orElse(null))
                                        .query());
            }
        });
        Div toolbar = new Div(choice);
        toolbar.addClassName("kp-toolbar");
        H2 title = new H2(getTranslation("rights.title"));
        title.addClassName("kp-section");
        add(
                new Paragraph(getTranslation("rights.intro")),
                cards,
                title,
                new Paragraph(getTranslation("rights.read")),
                toolbar,
                new ExportedList(
                        tables, () -> RightsTable.extract(Rights.all(), shown, getTranslation("rights.title"), clock)));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private Tile card(Role role, AccountList people) {
        int many = people.count(new AccountList.Filter("", Access.ENABLED, role));
        return new Tile(
                getTranslation(RoleChoice.key(role)),
                new Paragraph(getTranslation(RoleChoice.key(role) + ".means")),
                new Anchor(
                        "accounts?access=enabled&role=" + word(role),
                        getTranslation("rights.who", Formats.here().number(many))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        Optional<Role> only = address.get(ROLE)
                .flatMap(said -> Arrays.stream(Role.values())
                        .filter(role -> word(role).equals(said))
                        .findFirst());
        choice.setValue(only);
        shown = only.map(List::of).orElse(List.of(Role.values()));
        tables.removeAll();
        Map<String, List<Right>> groups = Rights.all().stream()
                .collect(Collectors.groupingBy(Right::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, rights) -> {
            H2 title = new H2(RightWords.group(group));
            title.addClassName("kp-section");
            tables.add(title, new RightsTable(group, rights, shown));
            if (group.equals("records")) {
                tables.add(new Paragraph(getTranslation("rights.costs-note")));
            }
        });
    }

    @Override
    public String heading() {
        return getTranslation("admin.roles");
    }
}
