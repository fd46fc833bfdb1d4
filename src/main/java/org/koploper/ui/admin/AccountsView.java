package org.koploper.ui.admin;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.koploper.access.Accounts;
import org.koploper.access.Sessions;
import org.koploper.access.SignInLocks;
import org.koploper.people.AccountList;
import org.koploper.people.AccountList.Access;
import org.koploper.people.AccountList.Filter;
import org.koploper.people.AccountList.Listed;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.Widths;
import org.koploper.ui.shell.Address;
import org.koploper.ui.shell.Screen;

/** Who may sign in, with which roles. */
@Route("accounts")
@RolesAllowed("ADMIN")
class AccountsView extends Screen implements BeforeEnterObserver {

    private final AccountList people;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInLocks locks;
    private final TextField text = new TextField(getTranslation("accounts.search"));
    private final Select<Access> access = new Select<>();
    private final Span found = new Span();
    private final Grid<Listed> grid = new Grid<>();
    private Address address = Address.of(new Location(""));

    AccountsView(AccountList people, Accounts accounts, Sessions sessions, SignInLocks locks) {
        this.people = people;
        this.accounts = accounts;
        this.sessions = sessions;
        this.locks = locks;
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setPlaceholder(getTranslation("accounts.search-hint"));
        text.addValueChangeListener(change -> filtered(change.isFromClient()));
        access.setLabel(getTranslation("accounts.access"));
        access.setItems(Access.values());
        access.setItemLabelGenerator(
                value -> getTranslation("accounts.access." + value.name().toLowerCase(Locale.ROOT)));
        access.setValue(Access.ALL);
        access.addValueChangeListener(change -> filtered(change.isFromClient()));
        found.addClassName("kp-quiet");
        found.getElement().setAttribute("aria-live", "polite");
        Div toolbar = new Div(text, access, found);
        toolbar.addClassName("kp-toolbar");
        add(new Paragraph(getTranslation("accounts.intro")), toolbar, grid());
    }

    private Grid<Listed> grid() {
        grid.addComponentColumn(this::who)
                .setHeader(getTranslation("accounts.person"))
                .setFlexGrow(2);
        Grid.Column<Listed> username = grid.addColumn(row -> row.username() == null ? "" : row.username())
                .setHeader(getTranslation("accounts.username"))
                .setFlexGrow(2);
        Grid.Column<Listed> roles = grid.addColumn(this::roles)
                .setHeader(getTranslation("accounts.roles"))
                .setFlexGrow(2);
        Grid.Column<Listed> state = grid.addComponentColumn(AccountsView::state)
                .setHeader(getTranslation("accounts.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::action)
                .setKey("action")
                .setHeader(getTranslation("accounts.action"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setAriaLabel(getTranslation("menu.accounts"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addClassName("kp-fill");
        grid.setItems(
                query -> people.page(filter(), query.getOffset(), query.getLimit()).stream(),
                query -> people.count(filter()));
        grid.setEmptyStateComponent(new EmptyState(
                getTranslation("accounts.none"),
                getTranslation("accounts.none-text"),
                new Button(getTranslation("accounts.clear"), click -> {
                    text.clear();
                    access.setValue(Access.ALL);
                    filtered(true);
                })));
        Widths.onChange(grid, narrow -> List.of(username, roles, state).forEach(column -> column.setVisible(!narrow)));
        return grid;
    }

    private Div who(Listed row) {
        Span name = new Span(row.person().name());
        name.addClassName("kp-strong");
        Div cell = new Div(name);
        cell.addClassName("kp-cell");
        if (row.email() != null && !row.email().equals(row.username())) {
            cell.add(quiet(row.email(), ""));
        }
        // what the hidden columns say, for phones
        cell.add(quiet(row.username() == null ? getTranslation("accounts.state.none") : row.username(), "kp-narrow"));
        if (row.hasAccount()) {
            Span more = quiet(roles(row), "kp-narrow");
            cell.add(more);
            if (!row.enabled()) {
                cell.add(quiet(getTranslation("accounts.state.disabled"), "kp-narrow"));
            }
        }
        return cell;
    }

    private static Span quiet(String words, String className) {
        Span span = new Span(words);
        span.addClassName("kp-quiet");
        if (!className.isEmpty()) {
            span.addClassName(className);
        }
        return span;
    }

    private String roles(Listed row) {
        if (!row.hasAccount()) {
            return "";
        }
        return row.roles().isEmpty()
                ? getTranslation("accounts.no-role")
                : row.roles().stream()
                        .sorted()
                        .map(role -> getTranslation(RoleChoice.key(role)))
                        .collect(Collectors.joining(", "));
    }

    private static StatusBadge state(Listed row) {
        if (!row.hasAccount()) {
            return new StatusBadge("accounts.state.none", Tone.NEUTRAL);
        }
        return row.enabled()
                ? new StatusBadge("accounts.state.enabled", Tone.GOOD)
                : new StatusBadge("accounts.state.disabled", Tone.WARN);
    }

    private Button action(Listed row) {
        String key = row.hasAccount() ? "accounts.change" : "accounts.open";
        Button button = new Button(getTranslation(key), click -> {
            if (row.hasAccount()) {
                new AccountDialog(accounts, sessions, locks, row, this::refresh).open();
            } else {
                new OpenAccountDialog(accounts, row, this::refresh).open();
            }
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key + "-for", row.person().name()));
        return button;
    }

    private Filter filter() {
        return new Filter(text.getValue(), access.getValue());
    }

    private void filtered(boolean byUser) {
        if (!byUser) {
            return;
        }
        address = address.with("q", text.isEmpty() ? null : text.getValue())
                .with(
                        "access",
                        access.getValue() == Access.ALL
                                ? null
                                : access.getValue().name().toLowerCase(Locale.ROOT));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location("accounts", address.query()));
        refresh();
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        found.setText(getTranslation("accounts.found", Formats.here().number(people.count(filter()))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = Address.of(event.getLocation());
        text.setValue(address.get("q").orElse(""));
        access.setValue(Arrays.stream(Access.values())
                .filter(value ->
                        value.name().equalsIgnoreCase(address.get("access").orElse("")))
                .findFirst()
                .orElse(Access.ALL));
        refresh();
    }

    @Override
    public String heading() {
        return getTranslation("menu.accounts");
    }
}
