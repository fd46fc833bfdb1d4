package org.koploper.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRow;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Screen;

/** The records of one kind that the user may see: narrowed, sorted and paged in the database. */
@Route("records/:kind")
@PermitAll
class RecordListView extends Screen implements BeforeEnterObserver {

    private final RecordShelf shelf;
    private final Lists lists;
    private @Nullable RecordKind kind;
    private @Nullable Listing<RecordRow> list;

    RecordListView(RecordShelf shelf, Lists lists) {
        this.shelf = shelf;
        this.lists = lists;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get("kind").orElse("");
        Optional<RecordKind> known =
                shelf.kinds().stream().filter(one -> one.name().equals(name)).findFirst();
        if (known.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        if (list == null || !known.get().equals(kind)) {
            kind = known.get();
            list = list(known.get());
            removeAll();
            add(new Paragraph(getTranslation("kind." + name + ".means")));
            if (shelf.mayCreate(name)) {
                Div actions = new Div(adding(name));
                actions.addClassName("kp-actions");
                add(actions);
            }
            add(list);
        }
        list.show(event.getLocation());
    }

    private Listing<RecordRow> list(RecordKind of) {
        RecordFilters filters = new RecordFilters(of, shelf);
        return lists.<RecordRow>of("records/" + of.name(), "kind." + of.name())
                .columns(new RecordColumns(of, shelf).all())
                .filters(filters.all())
                .sortedBy("externalId")
                .none(() -> new EmptyState(
                        getTranslation("records.none", RecordWords.many(of.name())),
                        getTranslation("list.none-text"),
                        shelf.mayCreate(of.name()) ? new Component[] {adding(of.name())} : new Component[0]))
                .reading(
                        (asked, offset, limit) -> shelf.page(of.name(), filters.query(asked, offset, limit)),
                        asked -> shelf.count(of.name(), filters.query(asked, 0, 1)));
    }

    private Anchor adding(String name) {
        Anchor add = new Anchor("record/" + name, getTranslation("records.add", RecordWords.one(name)));
        add.addClassName("kp-link-button");
        return add;
    }

    @Override
    public String heading() {
        return kind == null ? "" : RecordWords.kind(kind.name());
    }
}
