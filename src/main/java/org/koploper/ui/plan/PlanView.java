package org.koploper.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.audit.Trail;
import org.koploper.commission.PlanBook;
import org.koploper.commission.PlanBook.Assigned;
import org.koploper.commission.PlanBook.Page;
import org.koploper.commission.PlanBook.Version;
import org.koploper.commission.PlanBook.Who;
import org.koploper.commission.PlanEdits;
import org.koploper.commission.Plans;
import org.koploper.commission.document.PlanDocument;
import org.koploper.commission.document.PlanText;
import org.koploper.people.Directory;
import org.koploper.people.JobRoles;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** One commission plan: its versions in sentences, and who is on it. */
@Route("plans/:plan([0-9]{1,18})")
@RolesAllowed({"FINANCE", "MANAGER"})
class PlanView extends Screen implements BeforeEnterObserver {

    private final PlanBook book;
    private final Plans plans;
    private final PlanEdits edits;
    private final Directory directory;
    private final JobRoles roles;
    private final Trail trail;
    private final Clock clock;
    private String heading = getTranslation("plans.heading");
    private Address address = Address.NONE;

    PlanView(
            PlanBook book,
            Plans plans,
            PlanEdits edits,
            Directory directory,
            JobRoles roles,
            Trail trail,
            Clock clock) {
        this.book = book;
        this.plans = plans;
        this.edits = edits;
        this.trail = trail;
        this.directory = directory;
        this.roles = roles;
        this.clock = clock;
        addClassName("kp-import");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Page> page =
                event.getRouteParameters().get("plan").map(Long::valueOf).flatMap(book::page);
        if (page.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        } else {
            address = Address.of(event.getLocation());
            show(page.get());
        }
    }

    private void show(Page page) {
        removeAll();
        heading = page.plan().name();
        boolean writes = Caller.now().has(Role.FINANCE);
        add(new PlanTabs(page.plan().id(), false), new H2(getTranslation("plans.promises")));
        if (writes) {
            add(button("plans.new-version", () -> version(page)));
        }
        if (page.versions().isEmpty()) {
            add(new Paragraph(getTranslation("plans.no-version")));
        }
        Div versions = new Div();
        versions.addClassName("kp-cards");
        page.versions().forEach(version -> versions.add(tile(version)));
        add(versions, new H2(getTranslation("plans.on-it")));
        if (writes) {
            add(button("plans.assign", () -> assign(page)));
        }
        add(
                page.assigned().isEmpty()
                        ? new Paragraph(getTranslation("plans.nobody"))
                        : new ExportedList(assigned(page, writes), () -> extract(page)));
    }

    private Div button(String key, Runnable work) {
        Button button = new Button(getTranslation(key), click -> work.run());
        Div toolbar = new Div(button);
        toolbar.addClassName("kp-toolbar");
        return toolbar;
    }

    private Tile tile(Version version) {
        Tile tile = new Tile(getTranslation("plans.version", version.number()));
        tile.add(state(version), new Paragraph(PlanWords.days(version.from(), version.to())));
        boolean asked = address.get(PlanAddress.VERSION)
                .filter(String.valueOf(version.number())::equals)
                .isPresent();
        tile.add(PlanParts.of(
                version.terms(), asked ? address.get(PlanAddress.PART).orElse(null) : null));
        if (asked) {
            tile.addClassName("kp-asked");
            tile.getElement().setAttribute("aria-current", "true");
            tile.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
        String when = Formats.here().moment(version.writtenAt(), clock.getZone(), LocalDate.now(clock));
        Paragraph written = new Paragraph(
                version.writtenBy() == null
                        ? getTranslation("plans.written", when)
                        : getTranslation("plans.written-by", version.writtenBy(), when));
        written.addClassName("kp-quiet");
        tile.add(written);
        return tile;
    }

    private StatusBadge state(Version version) {
        LocalDate today = LocalDate.now(clock);
        LocalDate to = version.to();
        if (version.from().isAfter(today)) {
            return new StatusBadge("plans.state.coming", Tone.NEUTRAL);
        }
        return to != null && to.isBefore(today)
                ? new StatusBadge("plans.state.over", Tone.NEUTRAL)
                : new StatusBadge("plans.state.now", Tone.GOOD);
    }

    private Extract<Assigned> extract(Page page) {
        return Extract.of(
                "plan",
                page.plan().name(),
                List.of(
                        ListColumn.<Assigned>text("who", "column.person", Assigned::name),
                        ListColumn.<Assigned>text("kind", "column.kind", one -> PlanWords.who(one.who())),
                        ListColumn.<Assigned>day("from", "field.from", Assigned::from),
                        ListColumn.<Assigned>day("to", "field.to", Assigned::to)),
                page.assigned(),
                clock);
    }

    private UnorderedList assigned(Page page, boolean writes) {
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-history");
        for (Assigned one : page.assigned()) {
            Span name = new Span(one.name());
            name.addClassName("kp-strong");
            ListItem item = new ListItem(name);
            if (one.who() != Who.PERSON) {
                Span group =
                        new Span(getTranslation(one.who() == Who.TEAM ? "plans.team-chip" : "plans.job-role-chip"));
                group.addClassName("kp-chip");
                item.add(group);
            }
            item.add(new Span(PlanWords.days(one.from(), one.to())));
            if (writes && (one.to() == null || !one.to().isBefore(LocalDate.now(clock)))) {
                Button end = new Button(getTranslation("plans.end"), click -> end(page, one));
                end.addThemeVariants(ButtonVariant.TERTIARY);
                end.setAriaLabel(getTranslation("plans.end-for", one.name()));
                item.add(end);
            }
            list.add(item);
        }
        return list;
    }

    /** By the form where it loses nothing of the last version; otherwise as text. */
    private void version(Page page) {
        boolean plain = page.versions().isEmpty()
                || PlanText.isPlain(
                        PlanDocument.parse(page.versions().getFirst().document()));
        if (!plain) {
            UI.getCurrent()
                    .navigate(
                            PlanTextView.class,
                            new RouteParameters(
                                    "plan", String.valueOf(page.plan().id())));
            return;
        }
        new VersionDialog(edits, conflicts(page), page, LocalDate.now(clock), () -> saved(page, "plans.version-saved"))
                .open();
    }

    private void assign(Page page) {
        new AssignDialog(
                        plans, directory, roles, page.plan(), LocalDate.now(clock), () -> saved(page, "plans.assigned"))
                .open();
    }

    private void end(Page page, Assigned one) {
        new EndDialog(edits, conflicts(page), one, LocalDate.now(clock), () -> saved(page, "plans.ended")).open();
    }

    private PlanConflicts conflicts(Page page) {
        return new PlanConflicts(page.plan(), book, trail, clock, () -> again(page));
    }

    private void again(Page page) {
        book.page(page.plan().id()).ifPresent(this::show);
    }

    private void saved(Page page, String key) {
        again(page);
        UndoToast.say(getTranslation(key, page.plan().name()));
    }

    @Override
    public String heading() {
        return heading;
    }
}
