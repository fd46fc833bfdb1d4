package org.koploper.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.commission.PlanBook;
import org.koploper.commission.PlanBook.Listed;
import org.koploper.commission.Plans;
import org.koploper.people.Organisation;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** Which commission plans there are. */
@Route("plans")
@RolesAllowed({"FINANCE", "MANAGER"})
class PlansView extends Screen implements BeforeEnterObserver {

    /** The address that also asks for a new plan. */
    static final String NEW = "plans?new=plan";

    private final Plans plans;
    private final Organisation organisation;
    private final Clock clock;
    private final Listing<Listed> list;

    PlansView(PlanBook book, Plans plans, Organisation organisation, Clock clock, Lists lists) {
        this.plans = plans;
        this.organisation = organisation;
        this.clock = clock;
        boolean writes = Caller.now().has(Role.FINANCE);
        add(new Paragraph(getTranslation(writes ? "plans.intro" : "plans.intro-manager")));
        if (writes) {
            Button create = new Button(getTranslation("plans.new"), click -> create());
            create.addThemeVariants(ButtonVariant.PRIMARY);
            Div toolbar = new Div(create, new RouterLink(getTranslation("plans.new-by-text"), NewPlanView.class));
            toolbar.addClassName("kp-toolbar");
            add(toolbar);
        }
        Filter<String> text = Filter.text("plans.search", "plans.search-hint");
        list = lists.<Listed>of("plans", "menu.plans")
                .columns(
                        ListColumn.<Listed>text(
                                        "name", "plans.name", row -> row.plan().name())
                                .shown(PlansView::link)
                                .sortable()
                                .main(),
                        ListColumn.<Listed>text("days", "plans.days", this::days),
                        ListColumn.<Listed>number("people", "plans.people", row -> BigDecimal.valueOf(row.people()))
                                .sortable(),
                        ListColumn.<Listed>moment("changed", "plans.changed", clock.getZone(), Listed::changedAt)
                                .sortable())
                .filters(text)
                .none(() -> Caller.now().onlyLooks()
                        ? new EmptyState(
                                getTranslation("view-as.pay-hidden"), getTranslation("view-as.pay-hidden-text"))
                        : new EmptyState(
                                getTranslation("plans.none"),
                                getTranslation(writes ? "plans.none-text" : "plans.none-manager")))
                .few(book::list, (row, asked) -> text.finds(asked, row.plan().name()));
        add(list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation());
        if (Caller.now().has(Role.FINANCE)
                && Address.of(event.getLocation()).get("new").isPresent()) {
            create();
        }
    }

    private static RouterLink link(Listed row) {
        return new RouterLink(
                row.plan().name(),
                PlanView.class,
                new RouteParameters("plan", String.valueOf(row.plan().id())));
    }

    private String days(Listed row) {
        LocalDate from = row.from();
        return from == null ? getTranslation("plans.no-version") : PlanWords.days(from, row.to());
    }

    private void create() {
        new PlanDialog(
                        plans,
                        organisation,
                        LocalDate.now(clock),
                        plan -> UI.getCurrent()
                                .navigate(PlanView.class, new RouteParameters("plan", String.valueOf(plan.id()))))
                .open();
    }

    @Override
    public String heading() {
        return getTranslation("plans.heading");
    }
}
