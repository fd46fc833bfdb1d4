package org.koploper.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.audit.AuditQuery;
import org.koploper.audit.AuditRecord;
import org.koploper.audit.AuditSearch;
import org.koploper.audit.AuditSubjects;
import org.koploper.ledger.ChainProof;
import org.koploper.people.Directory;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordShelf;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.list.Asked;
import org.koploper.ui.list.Days;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.list.ReadingOn;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** Who did what, when, to what and why; to be searched and read, never to be changed. */
@Route("admin/audit")
@RolesAllowed({"ADMIN", "FINANCE", "HR"})
class AuditView extends Screen implements BeforeEnterObserver {

    /** Who looks for older ones narrows the days. */
    private static final int MOST = 1_000;

    /** A text has no index: without a first day it is looked for in as many days. */
    private static final int DAYS_OF_TEXT = 31;

    private static final String ENTRY = "entry";

    private final AuditSearch trail;
    private final AuditWords words;
    private final List<RecordKind> seen;
    private final Clock clock;
    private final Filter<String> text = Filter.text("audit.search", "audit.search-hint");
    private final Filter<Optional<Actor>> actor;
    private final Filter<Optional<String>> action;
    private final Filter<Optional<String>> kind;
    private final Filter<String> request = Filter.exact("request", "audit.request");
    private final Filter<Days> days = Filter.days("days", "audit.when");
    private final Listing<AuditRecord> list;
    private Address address = Address.of(new Location(""));
    private @Nullable AuditDialog opened;

    AuditView(
            AuditSearch trail,
            AuditWords words,
            Directory directory,
            RecordShelf shelf,
            ChainProof proof,
            Clock clock,
            Lists lists) {
        this.trail = trail;
        this.words = words;
        this.seen = shelf.kinds();
        this.clock = clock;
        actor = Filter.choice(
                "who", "audit.who", actors(directory), one -> one.id().toString(), Actor::name, "audit.anybody");
        action =
                Filter.choice("action", "audit.action", words.actions(), one -> one, words::action, "audit.any-action");
        kind = Filter.choice(
                "kind",
                "audit.object",
                AuditSubjects.seenBy(Caller.now().roles()),
                one -> one,
                words::kind,
                "audit.any-object");
        list = lists.<AuditRecord>of("admin/audit", "admin.audit")
                .columns(columns())
                .filters(text, actor, action, kind, request, days)
                .sortedBy("-at")
                .atMost(MOST)
                .none(() -> new EmptyState(getTranslation("audit.none"), getTranslation("audit.none-text")))
                .reading(
                        new ReadingOn<>(
                                (asked, after, skip, limit) -> trail.page(query(asked), after, skip, limit),
                                AuditRecord::place),
                        asked -> trail.count(query(asked), MOST + 1));
        add(new Paragraph(getTranslation(Caller.now().has(Role.ADMIN) ? "audit.intro" : "audit.intro-some")));
        if (Caller.now().has(Role.ADMIN) || Caller.now().has(Role.FINANCE)) {
            add(new LedgerNote(proof, clock));
        }
        add(list);
    }

    private List<ListColumn<AuditRecord>> columns() {
        List<ListColumn<AuditRecord>> columns = new ArrayList<>(List.of(
                ListColumn.<AuditRecord>moment("at", "audit.when", clock.getZone(), AuditRecord::at)
                        .sortable()
                        .tight(),
                ListColumn.<AuditRecord>text("action", "audit.action", row -> words.action(row.action()))
                        .shown(this::open)
                        .main(),
                ListColumn.<AuditRecord>text("who", "audit.who", words::who),
                ListColumn.<AuditRecord>text("object", "audit.object", words::what)
                        .shown(this::object),
                ListColumn.<AuditRecord>text("ref", "audit.number", AuditRecord::ref)
                        .fileOnly(),
                ListColumn.<AuditRecord>text("reason", "audit.reason", AuditRecord::reason),
                ListColumn.<AuditRecord>text("before", "audit.before", AuditRecord::before)
                        .fileOnly(),
                ListColumn.<AuditRecord>text("after", "audit.after", AuditRecord::after)
                        .fileOnly(),
                ListColumn.<AuditRecord>text("request", "audit.request", AuditRecord::request)
                        .fileOnly()));
        if (Caller.now().has(Role.ADMIN)) {
            columns.add(ListColumn.<AuditRecord>text("network", "audit.network", AuditRecord::network)
                    .fileOnly());
        }
        return columns;
    }

    private List<Actor> actors(Directory directory) {
        List<Actor> actors = new ArrayList<>();
        actors.add(new Actor(AuditQuery.NOBODY, getTranslation("audit.nobody")));
        directory.people().forEach(person -> actors.add(new Actor(person.id(), person.name())));
        return actors;
    }

    private record Actor(PersonId id, String name) {}

    private AuditQuery query(Asked asked) {
        String sought = text.in(asked);
        Days asks = days.in(asked);
        LocalDate first =
                asks.from() == null && !sought.isBlank() ? LocalDate.now(clock).minusDays(DAYS_OF_TEXT) : asks.from();
        LocalDate last = asks.to();
        return new AuditQuery(
                sought,
                actor.in(asked).map(Actor::id).orElse(null),
                action.in(asked).orElse(null),
                kind.in(asked).orElse(null),
                request(asked),
                first == null ? null : start(first),
                last == null ? null : start(last.plusDays(1)),
                !asked.descending());
    }

    /** As it is kept, however somebody copied it. */
    private @Nullable String request(Asked asked) {
        String id = request.in(asked).strip().toLowerCase(Locale.ROOT);
        return id.isEmpty() ? null : id;
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private Button open(AuditRecord row) {
        Button open = new Button(
                words.action(row.action()),
                click -> UI.getCurrent()
                        .navigate(
                                "admin/audit",
                                address.with(ENTRY, String.valueOf(row.id())).query()));
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.setAriaLabel(getTranslation("audit.open", words.action(row.action()), words.what(row)));
        return open;
    }

    private Component object(AuditRecord row) {
        String what = words.what(row);
        return words.address(row, seen)
                .<Component>map(there -> new Anchor(there, what))
                .orElseGet(() -> new Span(what));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        list.show(event.getLocation());
        if (opened != null) {
            opened.close();
            opened = null;
        }
        address.get(ENTRY)
                .filter(id -> id.matches("[0-9]{1,18}"))
                .flatMap(id -> trail.find(Long.parseLong(id)))
                .ifPresent(this::show);
    }

    private void show(AuditRecord record) {
        AuditDialog dialog = new AuditDialog(record, words, seen, clock.getZone());
        opened = dialog;
        dialog.addOpenedChangeListener(change -> {
            // closed by the reader, not by going elsewhere
            if (!change.isOpened() && opened == dialog) {
                opened = null;
                UI.getCurrent()
                        .navigate("admin/audit", address.with(ENTRY, null).query());
            }
        });
        dialog.open();
    }

    @Override
    public String heading() {
        return getTranslation("admin.audit");
    }
}
