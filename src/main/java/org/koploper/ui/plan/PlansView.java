package org.koploper.ui.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.commission.PlanBook;
import org.koploper.commission.PlanBook.Listed;
import org.koploper.commission.Plans;
import org.koploper.people.Organisation;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Widths;
import org.koploper.ui.shell.Screen;

/** Which commission plans there are. */
@Route("plans")
@RolesAllowed({"FINANCE", "MANAGER"})
class PlansView extends Screen {

    private final Plans plans;
    private final Organisation organisation;
    private final Clock clock;

    PlansView(PlanBook book, Plans plans, Organisation organisation, Clock clock) {
        this.plans = plans;
        this.organisation = organisation;
        this.clock = clock;
        boolean writes = Caller.now().has(Role.FINANCE);
        add(new Paragraph(getTranslation(writes ? "plans.intro" : "plans.intro-manager")));
        if (writes) {
            Button create = new Button(getTranslation("plans.new"), click -> create());
            create.addThemeVariants(ButtonVariant.PRIMARY);
            Div toolbar = new Div(create);
            toolbar.addClassName("kp-toolbar");
            add(toolbar);
        }
        List<Listed> all = book.list();
        if (all.isEmpty()) {
            add(new EmptyState(
                    getTranslation("plans.none"), getTranslation(writes ? "plans.none-text" : "plans.none-manager")));
        } else {
            add(grid(all));
        }
    }

    private Grid<Listed> grid(List<Listed> all) {
        Grid<Listed> grid = new Grid<>();
        grid.addComponentColumn(this::what)
                .setHeader(getTranslation("plans.name"))
                .setFlexGrow(2);
        Grid.Column<Listed> days = grid.addColumn(this::days)
                .setHeader(getTranslation("plans.days"))
                .setFlexGrow(2);
        Grid.Column<Listed> people = grid.addColumn(row -> Formats.here().number(row.people()))
                .setHeader(getTranslation("plans.people"))
                .setFlexGrow(1);
        Grid.Column<Listed> changed = grid.addColumn(this::changed)
                .setHeader(getTranslation("plans.changed"))
                .setFlexGrow(1);
        grid.setAriaLabel(getTranslation("menu.plans"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.setItems(all);
        Widths.onChange(grid, narrow -> List.of(days, people, changed).forEach(column -> column.setVisible(!narrow)));
        return grid;
    }

    private Div what(Listed row) {
        RouterLink link = new RouterLink(
                row.plan().name(),
                PlanView.class,
                new RouteParameters("plan", String.valueOf(row.plan().id())));
        link.addClassName("kp-strong");
        Div cell = new Div(link);
        cell.addClassName("kp-cell");
        for (String more : List.of(
                days(row), getTranslation("plans.people-count", Formats.here().number(row.people())))) {
            Span line = new Span(more);
            line.addClassNames("kp-quiet", "kp-narrow");
            cell.add(line);
        }
        return cell;
    }

    private String days(Listed row) {
        LocalDate from = row.from();
        return from == null ? getTranslation("plans.no-version") : PlanWords.days(from, row.to());
    }

    private String changed(Listed row) {
        Instant at = row.changedAt();
        return at == null ? "" : Formats.here().moment(at, clock.getZone(), LocalDate.now(clock));
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
