package org.koploper.ui.records;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.people.Directory;
import org.koploper.people.TeamId;
import org.koploper.people.TeamRef;
import org.koploper.people.Transfers;
import org.koploper.records.RecordQuery;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.shell.Screen;

/** The teams as a tree with who is in them today; people move from one to another from a day on. */
@Route("teams")
@RolesAllowed({"MANAGER", "HR", "FINANCE", "ADMIN"})
class TeamsView extends Screen implements BeforeEnterObserver {

    private final RecordShelf shelf;
    private final Directory directory;
    private final Transfers transfers;
    private final Clock clock;
    private final boolean mayMove;

    TeamsView(RecordShelf shelf, Directory directory, Transfers transfers, Clock clock) {
        this.shelf = shelf;
        this.directory = directory;
        this.transfers = transfers;
        this.clock = clock;
        mayMove = Set.of(Role.HR, Role.ADMIN).stream().anyMatch(Caller.now()::has);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        Map<String, List<RecordRow>> members = new HashMap<>();
        List<RecordRow> nowhere = new ArrayList<>();
        for (RecordRow person : people()) {
            if (person.values().get("team") instanceof RecordRef team) {
                members.computeIfAbsent(team.externalId(), t -> new ArrayList<>())
                        .add(person);
            } else {
                nowhere.add(person);
            }
        }
        Map<@Nullable TeamId, List<TeamRef>> below = new HashMap<>();
        directory
                .teams()
                .forEach(team -> below.computeIfAbsent(team.parent(), parent -> new ArrayList<>())
                        .add(team));
        Div links = new Div();
        links.addClassName("kp-actions");
        for (String kind : List.of("people", "teams")) {
            links.add(new Anchor("records/" + kind, RecordWords.kind(kind)));
            if (shelf.mayCreate(kind)) {
                links.add(new Anchor("record/" + kind, getTranslation("records.add", RecordWords.one(kind))));
            }
        }
        add(
                new Paragraph(getTranslation("teams.intro")),
                links,
                new ExportedList(tree(null, below, members), this::extract));
        if (!nowhere.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("kp-tree");
            nowhere.forEach(person -> list.add(person(person)));
            add(new Paragraph(getTranslation("teams.nowhere")), list);
        }
    }

    private Extract<RecordRow> extract() {
        return Extract.of(
                "teams",
                heading(),
                List.of(
                        ListColumn.<RecordRow>text("name", "field.name", RecordRow::label),
                        ListColumn.<RecordRow>text("externalId", "field.externalId", RecordRow::externalId),
                        named("team"),
                        named("manager")),
                people(),
                clock);
    }

    private static ListColumn<RecordRow> named(String field) {
        return ListColumn.text(
                field, "field." + field, row -> row.values().get(field) instanceof RecordRef ref ? ref.label() : null);
    }

    private List<RecordRow> people() {
        List<RecordRow> people = new ArrayList<>();
        List<RecordRow> page;
        do {
            page = shelf.page("people", new RecordQuery("", Map.of(), "name", false, people.size(), RecordQuery.MOST));
            people.addAll(page);
        } while (page.size() == RecordQuery.MOST);
        return people;
    }

    private UnorderedList tree(
            @Nullable TeamId parent, Map<@Nullable TeamId, List<TeamRef>> below, Map<String, List<RecordRow>> members) {
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-tree");
        for (TeamRef team : below.getOrDefault(parent, List.of())) {
            Anchor name = new Anchor(RecordAddress.of("teams", team.externalId()), team.name());
            name.addClassName("kp-strong");
            ListItem item = new ListItem(name);
            List<RecordRow> own = members.getOrDefault(team.externalId(), List.of());
            if (!own.isEmpty()) {
                UnorderedList people = new UnorderedList();
                people.addClassName("kp-tree");
                own.forEach(person -> people.add(person(person)));
                item.add(people);
            }
            if (below.containsKey(team.id())) {
                item.add(tree(team.id(), below, members));
            }
            list.add(item);
        }
        return list;
    }

    private ListItem person(RecordRow person) {
        ListItem item = new ListItem(new Anchor(RecordAddress.of("people", person.externalId()), person.label()));
        if (person.values().get("manager") instanceof RecordRef manager) {
            Span reports = new Span(getTranslation("teams.reports-to", manager.label()));
            reports.addClassName("kp-quiet");
            item.add(reports);
        }
        if (mayMove) {
            Button move = new Button(
                    getTranslation("teams.move"),
                    click -> new MoveDialog(directory, transfers, person, clock, this::show).open());
            move.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            move.setAriaLabel(getTranslation("teams.move-title", person.label()));
            item.add(move);
        }
        return item;
    }

    @Override
    public String heading() {
        return getTranslation("menu.teams");
    }
}
