package org.koploper.ui.statement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.intake.Freshness.Numbers;
import org.koploper.ledger.Statement;
import org.koploper.ledger.Statements;
import org.koploper.people.Directory;
import org.koploper.people.PersonRef;
import org.koploper.period.Period;
import org.koploper.ui.kit.AsOf;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.PeriodPicker;
import org.koploper.ui.kit.Skeleton;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;
import org.koploper.ui.statement.StatementTabs.Look;

/** What somebody earned in a month: the total, its lines, and why each is what it is. */
@Route("statements/:person?([0-9]{1,18})/:month?([0-9]{4}-(?:0[1-9]|1[0-2]))")
@RolesAllowed({"REP", "MANAGER", "FINANCE"})
class StatementView extends Screen implements BeforeEnterObserver {

    private final Statements statements;
    private final Payees payees;
    private final StatementPanels panels;
    private final Directory directory;
    private final AsOf asOf;
    private final Clock clock;
    private @Nullable Statement shown;
    private Address address = Address.NONE;

    StatementView(
            Statements statements, Payees payees, StatementPanels panels, Directory directory, AsOf asOf, Clock clock) {
        this.statements = statements;
        this.payees = payees;
        this.panels = panels;
        this.directory = directory;
        this.asOf = asOf;
        this.clock = clock;
    }

    /** The address of a statement. */
    static RouteParameters address(PersonId person, YearMonth month) {
        return new RouteParameters(
                new RouteParam("person", person.toString()), new RouteParam("month", month.toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<PersonRef> choice = payees.ofUser();
        Optional<PersonId> person = event.getRouteParameters()
                .get("person")
                .map(id -> new PersonId(Long.parseLong(id)))
                .or(() -> choice.stream().findFirst().map(PersonRef::id));
        YearMonth month =
                event.getRouteParameters().get("month").map(YearMonth::parse).orElseGet(() -> YearMonth.now(clock));
        removeAll();
        if (person.isEmpty()) {
            add(new EmptyState(getTranslation("statement.nobody"), getTranslation("statement.nobody-text")));
        } else if (!payees.sees(person.get()) && Caller.now().onlyLooks()) {
            // nor is it said here, where the reason is another one
            add(new EmptyState(getTranslation("view-as.pay-hidden"), getTranslation("view-as.pay-hidden-text")));
        } else if (!payees.sees(person.get())) {
            // whether there is such a person stays unsaid
            event.rerouteToError(NotFoundException.class);
        } else {
            address = Address.of(event.getLocation());
            show(statements.of(person.get(), month), choice);
        }
    }

    private void show(Statement statement, List<PersonRef> choice) {
        shown = statement;
        add(
                toolbar(statement, choice),
                new StatementHead(
                        statement,
                        directory
                                .teamOf(
                                        statement.person().id(),
                                        statement.period().atEndOfMonth())
                                .orElse(null),
                        statement.closing() == null
                                ? List.of()
                                : statements.corrections(statement.person().id(), statement.period()),
                        clock));
        add(new StatementTabs(
                Look.of(address.get("tab").orElse("")),
                look -> panels.of(statement, look, title(statement), address, this::remember),
                look -> remember("tab", look == Look.LINES ? null : look.key())));
    }

    private String title(Statement statement) {
        return heading() + ", " + statement.person().name();
    }

    /** Puts what is open into the address, without a step that the back button would have to undo. */
    private void remember(String name, @Nullable String value) {
        Statement now = shown;
        if (now != null) {
            address = address.with(name, value);
            UI.getCurrent()
                    .getPage()
                    .getHistory()
                    .replaceState(
                            null,
                            new Location("statements/" + now.person().id() + "/" + now.period(), address.query()));
        }
    }

    private Div toolbar(Statement statement, List<PersonRef> choice) {
        Div toolbar = Skeleton.before(new Div());
        toolbar.addClassName("kp-toolbar");
        if (choice.size() > 1) {
            ComboBox<PersonRef> people = new ComboBox<>(getTranslation("statement.person"));
            people.setItems(choice);
            people.setItemLabelGenerator(PersonRef::name);
            people.setValue(statement.person());
            people.setId("kp-person");
            people.addValueChangeListener(change -> {
                if (change.getValue() != null) {
                    go(change.getValue().id(), statement.period());
                    Focus.stayOn("kp-person");
                }
            });
            toolbar.add(people);
        }
        toolbar.add(
                new PeriodPicker(
                        Period.month(statement.period().atDay(1)),
                        period -> go(statement.person().id(), YearMonth.from(period.from()))),
                pdf(statement),
                asOf.stamp(Numbers.SALES).at(statement.asOf()));
        return toolbar;
    }

    /** A link that downloads: Flow must not take it for a screen. */
    private Anchor pdf(Statement statement) {
        Anchor pdf = new Anchor(
                StatementPdf.address(statement.person().id(), statement.period()), getTranslation("statement.pdf"));
        pdf.setRouterIgnore(true);
        pdf.getElement().setAttribute("download", true);
        pdf.addClassName("kp-download");
        pdf.setAriaLabel(getTranslation("statement.pdf.name"));
        return pdf;
    }

    private void go(PersonId person, YearMonth month) {
        UI.getCurrent().navigate(StatementView.class, address(person, month), QueryParameters.empty());
    }

    @Override
    public String heading() {
        Statement now = shown;
        return now == null
                ? getTranslation("menu.statement")
                : getTranslation("statement.heading", Formats.here().month(now.period()));
    }
}
