package org.koploper.ui.records;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.people.Directory;
import org.koploper.records.Field;
import org.koploper.records.Issue;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRefused;
import org.koploper.records.RecordShelf;
import org.koploper.records.RecordView;
import org.koploper.records.Saved;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Draft;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;
import org.springframework.security.access.AccessDeniedException;

/**
 * One record of any kind: its fields, and what belongs to it. Without an external id in the address, a new one; fields of
 * a new one may be given there, such as {@code ?customer=C-18}.
 */
@Route("record/:kind/:id*")
@PermitAll
class RecordFormView extends Screen implements BeforeEnterObserver, BeforeLeaveObserver {

    private final RecordShelf shelf;
    private final RecordEdits edits;
    private final FieldEditors editors;
    private final Related related;
    private final Directory directory;
    private final Clock clock;
    private RecordKind kind;
    private RecordForm form;
    private @Nullable RecordView seen;

    @SuppressWarnings("NullAway.Init") // everything is there once the address is read
    RecordFormView(
            RecordShelf shelf,
            RecordEdits edits,
            FieldEditors editors,
            Related related,
            Directory directory,
            Clock clock) {
        this.shelf = shelf;
        this.edits = edits;
        this.editors = editors;
        this.related = related;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String name = event.getRouteParameters().get("kind").orElse("");
        String id = event.getRouteParameters().get("id").map(RecordAddress::id).orElse("");
        Optional<RecordKind> known =
                shelf.kinds().stream().filter(one -> one.name().equals(name)).findFirst();
        Optional<RecordView> view = known.isEmpty() || id.isEmpty() ? Optional.empty() : shelf.find(name, id);
        if (known.isEmpty() || (id.isEmpty() ? !shelf.mayCreate(name) : view.isEmpty())) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        kind = known.get();
        show(view.orElse(null));
        if (view.isEmpty()) {
            start(Address.of(event.getLocation()));
        }
    }

    private void show(@Nullable RecordView view) {
        seen = view;
        removeAll();
        boolean mine = view == null || view.mayChange();
        form = new RecordForm(kind, editors, edits, mine);
        if (view != null) {
            form.show(view.row());
        }
        Div actions = new Div();
        actions.addClassName("kp-actions");
        if (mine) {
            Button save = new SaveButton(getTranslation("records.save"), this::save);
            actions.add(save);
        } else {
            form.addComponentAsFirst(new Paragraph(getTranslation("records.read-only")));
        }
        if (view != null && view.mayRemove()) {
            Button remove = new Button(
                    getTranslation("records.remove"),
                    click -> Removal.ask(kind, view.row(), edits, this::removed, this::conflict));
            remove.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
            actions.add(remove);
        }
        actions.add(
                new Anchor("records/" + kind.name(), getTranslation("records.to-list", RecordWords.many(kind.name()))));
        Div page = new Div(new Div(form, actions));
        page.addClassName("kp-record");
        if (mine) {
            form.addComponentAsFirst(Draft.ofPage(
                    form, kind.name() + "/" + (view == null ? "" : view.row().externalId())));
        }
        if (view != null) {
            page.add(related.of(kind, view.row()));
        }
        add(page);
    }

    /** What is likely, and what the address asks for. */
    private void start(Address address) {
        for (Field field : kind.fields()) {
            if (field.required() && "people".equals(field.references())) {
                directory
                        .person(Caller.now().self())
                        .ifPresent(self ->
                                form.fill(field.name(), new RecordRef("people", self.externalId(), self.name())));
            }
            address.get(field.name())
                    .filter(said -> field.references() != null)
                    .flatMap(said -> shelf.choice(String.valueOf(field.references()), said))
                    .ifPresent(ref -> form.fill(field.name(), ref));
        }
        form.settled();
    }

    private void save() {
        save(seen == null ? 0 : seen.row().version());
    }

    private void save(int version) {
        if (form.unreadable()) {
            return;
        }
        try {
            Saved saved = seen == null
                    ? edits.create(kind.name(), form.changes())
                    : edits.change(kind.name(), seen.row().externalId(), version, form.changes(), form.reason());
            saved(saved);
        } catch (RecordRefused refused) {
            form.refuse(refused.issues());
        } catch (RecordConflict conflict) {
            conflict(conflict);
        } catch (AccessDeniedException denied) {
            conflict(null);
        }
    }

    private void saved(Saved saved) {
        form.settled();
        String odd = saved.warnings().stream()
                .filter(issue -> !issue.error())
                .map(Refused::sentence)
                .collect(Collectors.joining(" "));
        String words = switch (saved.what()) {
            case CREATED -> getTranslation("records.created", saved.label());
            case NOTHING -> getTranslation("records.unchanged");
            default -> getTranslation("records.changed", saved.label());
        };
        String told = odd.isEmpty() ? words : words + " " + odd;
        if (saved.what() == Saved.What.NOTHING) {
            UndoToast.say(told);
            return;
        }
        UI page = UI.getCurrent();
        UndoToast.say(told, () -> undo(page, saved));
        open(saved);
    }

    private void open(Saved saved) {
        if (seen == null) {
            UI.getCurrent().navigate(RecordAddress.of(kind.name(), saved.externalId()));
        } else {
            show(shelf.find(kind.name(), saved.externalId()).orElse(null));
        }
    }

    private void removed(Saved saved) {
        form.settled();
        UI page = UI.getCurrent();
        page.navigate("records/" + kind.name());
        UndoToast.say(getTranslation("records.removed", saved.label()), () -> undo(page, saved));
    }

    private void undo(UI page, Saved saved) {
        try {
            edits.undo(saved);
            UndoToast.say(getTranslation("records.undone"));
            form.settled();
            page.navigate(
                    saved.what() == Saved.What.CREATED
                            ? "records/" + saved.kind()
                            : RecordAddress.of(saved.kind(), saved.externalId()));
            if (saved.what() == Saved.What.CHANGED) {
                shelf.find(saved.kind(), saved.externalId()).ifPresent(this::show);
            }
        } catch (RecordRefused refused) {
            UndoToast.say(getTranslation("records.not-undone-because", sentence(refused.issues())));
        } catch (RecordConflict | AccessDeniedException meanwhile) {
            UndoToast.say(getTranslation("records.not-undone"));
        }
    }

    private static String sentence(List<Issue> issues) {
        return Refused.sentence(issues.getFirst());
    }

    private void conflict(@Nullable RecordConflict conflict) {
        RecordView was = seen;
        if (was == null) {
            return;
        }
        String what = was.row().label();
        shelf.find(kind.name(), was.row().externalId())
                .filter(RecordView::mayChange)
                .ifPresentOrElse(
                        now -> new ConflictDialog(
                                        what,
                                        Differences.who(conflict, clock),
                                        new Differences(shelf, kind, was.row().values(), now.row())
                                                .with(form.changes()),
                                        () -> show(now),
                                        form.dirty() ? () -> save(now.row().version()) : null)
                                .open(),
                        () -> ConflictDialog.gone(what).open());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form == null || !form.dirty()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        ConfirmWithReason.of("records.leave-title", "records.leave")
                .says(getTranslation("records.leave-text"))
                .otherwise(getTranslation("records.stay"))
                .destroys()
                .then(() -> {
                    form.settled();
                    leave.proceed();
                });
    }

    @Override
    public String heading() {
        if (kind == null) {
            return "";
        }
        return seen == null
                ? getTranslation("records.add", RecordWords.one(kind.name()))
                : RecordWords.kind(kind.name()) + " · " + seen.row().label();
    }
}
