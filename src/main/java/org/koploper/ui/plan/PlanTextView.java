package org.koploper.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.commission.PlanBook;
import org.koploper.commission.PlanBook.Page;
import org.koploper.commission.PlanBook.Version;
import org.koploper.commission.PlanChangedMeanwhile;
import org.koploper.commission.PlanEdits;
import org.koploper.commission.PlanRef;
import org.koploper.commission.document.PlanFault;
import org.koploper.commission.document.PlanText;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Screen;

/** A plan as the document that it is: every mechanic there is, with examples that are tried before it holds. */
@Route("plans/:plan([0-9]{1,18})/text/:version?([0-9]{1,6})")
@RolesAllowed({"FINANCE", "MANAGER"})
class PlanTextView extends Screen implements BeforeEnterObserver, BeforeLeaveObserver {

    private final PlanBook book;
    private final PlanEdits edits;
    private final Clock clock;
    private String heading = getTranslation("plans.heading");
    private @Nullable PlanDesk desk;

    PlanTextView(PlanBook book, PlanEdits edits, Clock clock) {
        this.book = book;
        this.edits = edits;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Page> page =
                event.getRouteParameters().get("plan").map(Long::valueOf).flatMap(book::page);
        Optional<Integer> asked = event.getRouteParameters().get("version").map(Integer::valueOf);
        Optional<Version> version = page.flatMap(read -> version(read, asked));
        if (page.isEmpty() || asked.isPresent() && version.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
        } else {
            show(page.get(), version.orElse(null));
        }
    }

    /** The newest where none is asked for. */
    private static Optional<Version> version(Page page, Optional<Integer> asked) {
        return page.versions().stream()
                .filter(one -> asked.isEmpty() || one.number() == asked.get())
                .findFirst();
    }

    private void show(Page page, @Nullable Version version) {
        removeAll();
        heading = page.plan().name();
        boolean writes = Caller.now().has(Role.FINANCE);
        VersionDays days = new VersionDays(LocalDate.now(clock));
        PlanDesk made = new PlanDesk(
                writes,
                page.plan().externalId().replaceAll("[^A-Za-z0-9._-]", "-") + ".yml",
                text -> file(page.plan(), version, text),
                tried -> days.show(tried.document().header()));
        desk = made;
        add(new PlanTabs(page.plan().id(), true));
        if (page.versions().size() > 1 && version != null) {
            add(versions(page, version));
        }
        add(new Paragraph(getTranslation(writes ? "plans.text.intro" : "plans.text.intro-manager")), made);
        if (writes) {
            made.saving()
                    .add(days, new SaveButton(getTranslation("plans.save"), () -> save(page, last(page), made, days)));
        }
        String text = version == null ? getTranslation("plans.text.start") : PlanText.readable(version.document());
        made.show(text, page.plan(), last(page) + 1);
    }

    private Div versions(Page page, Version shown) {
        Select<Version> select = new Select<>();
        select.setLabel(getTranslation("plans.text.version"));
        select.setItems(page.versions());
        select.setItemLabelGenerator(version -> getTranslation("plans.version", version.number()) + ", "
                + PlanWords.days(version.from(), version.to()));
        select.setValue(shown);
        select.addClassName("kp-wide-choice");
        select.addValueChangeListener(change -> UI.getCurrent()
                .navigate(
                        PlanTextView.class,
                        parameters(page.plan(), change.getValue().number())));
        Div row = new Div(select);
        row.addClassName("kp-toolbar");
        return row;
    }

    private static RouteParameters parameters(PlanRef plan, int version) {
        return new RouteParameters(
                new RouteParam("plan", String.valueOf(plan.id())), new RouteParam("version", String.valueOf(version)));
    }

    /** A file says what it is; what cannot be read is given as it stands. */
    private static String file(PlanRef plan, @Nullable Version version, String text) {
        if (version == null) {
            return text;
        }
        try {
            return PlanText.complete(
                    text, plan.name(), plan.currency(), version.number(), version.from(), version.to());
        } catch (PlanFault unreadable) {
            return text;
        }
    }

    private static int last(Page page) {
        return page.versions().isEmpty() ? 0 : page.versions().getFirst().number();
    }

    /** @param after number of the version on top of which it is written */
    private void save(Page page, int after, PlanDesk made, VersionDays days) {
        if (made.attempt().isEmpty()) {
            return;
        }
        Optional<LocalDate> from = days.from();
        if (from.isEmpty()) {
            return;
        }
        try {
            edits.addVersion(page.plan().id(), after, from.get(), days.to(), made.text());
        } catch (PlanFault fault) {
            if (!days.refuse(fault)) {
                made.refuse(fault);
            }
            return;
        } catch (PlanChangedMeanwhile meanwhile) {
            book.page(page.plan().id()).ifPresent(now -> meanwhile(now, made, days));
            return;
        }
        made.settled();
        UI.getCurrent()
                .navigate(
                        PlanView.class,
                        new RouteParameters("plan", String.valueOf(page.plan().id())));
        UndoToast.say(getTranslation("plans.version-saved", page.plan().name()));
    }

    /** What is written here stays; the other version can be read beside it, and this one saved after it. */
    private void meanwhile(Page now, PlanDesk made, VersionDays days) {
        RouterLink theirs = new RouterLink(
                getTranslation("plans.version", last(now)), PlanTextView.class, parameters(now.plan(), last(now)));
        theirs.getElement().setAttribute("target", "_blank").setAttribute("router-ignore", true);
        Paragraph note = new Paragraph(getTranslation("plans.text.meanwhile") + " ");
        note.addClassName("kp-note");
        note.getElement().setAttribute("role", "alert");
        note.add(theirs);
        made.saving().removeAll();
        made.saving()
                .add(
                        note,
                        days,
                        new SaveButton(
                                getTranslation("plans.text.save-after", last(now)),
                                () -> save(now, last(now), made, days)));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (desk != null && desk.dirty()) {
            Leaving.ask(event, desk);
        }
    }

    @Override
    public String heading() {
        return heading;
    }
}
