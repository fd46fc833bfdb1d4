package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.koploper.access.Accounts;
import org.koploper.access.Role;
import org.koploper.access.Sessions;
import org.koploper.access.SignInLocks;
import org.koploper.access.SignInWays;
import org.koploper.access.ViewAs;
import org.koploper.audit.Trail;
import org.koploper.people.AccountList;
import org.koploper.people.AccountList.Access;
import org.koploper.people.AccountList.Listed;
import org.koploper.people.AccountList.Order;
import org.koploper.people.AccountList.Sort;
import org.koploper.ui.kit.Shortcut;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.list.Asked;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Screen;

/** Who may sign in, with which roles. */
@Route("accounts")
@RolesAllowed("ADMIN")
class AccountsView extends Screen implements BeforeEnterObserver {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInLocks locks;
    private final SignInWays ways;
    private final ViewAs viewAs;
    private final Trail trail;
    private final Clock clock;
    private final Listing<Listed> list;

    AccountsView(
            AccountList people,
            Accounts accounts,
            Sessions sessions,
            SignInLocks locks,
            SignInWays ways,
            ViewAs viewAs,
            Trail trail,
            Clock clock,
            Lists lists) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.locks = locks;
        this.ways = ways;
        this.viewAs = viewAs;
        this.trail = trail;
        this.clock = clock;
        Filter<String> text = Filter.text("accounts.search", "accounts.search-hint");
        Filter<Optional<Access>> access = Filter.choice(
                "access",
                "accounts.access",
                List.of(Access.ENABLED, Access.DISABLED, Access.NONE),
                AccountsView::word,
                value -> getTranslation("accounts.access." + word(value)),
                "accounts.access.all");
        Filter<Optional<Role>> role = Filter.choice(
                "role",
                "accounts.role",
                List.of(Role.values()),
                value -> value.name().toLowerCase(Locale.ROOT),
                value -> getTranslation(RoleChoice.key(value)),
                "accounts.any-role");
        Function<Asked, AccountList.Filter> filter = asked -> new AccountList.Filter(
                text.in(asked),
                access.in(asked).orElse(Access.ALL),
                role.in(asked).orElse(null));
        list = lists.<Listed>of("accounts", "menu.accounts")
                .columns(
                        ListColumn.<Listed>text(
                                        "name",
                                        "accounts.person",
                                        row -> row.person().name())
                                .shown(AccountsView::who)
                                .sortable()
                                .main(),
                        ListColumn.<Listed>text("email", "accounts.email", Listed::email)
                                .fileOnly(),
                        ListColumn.<Listed>text("username", "accounts.username", Listed::username)
                                .sortable(),
                        ListColumn.<Listed>text("roles", "accounts.roles", this::roles),
                        ListColumn.<Listed>text("state", "accounts.state", row -> getTranslation(stateKey(row)))
                                .shown(AccountsView::state)
                                .tight(),
                        ListColumn.<Listed>control("action", "accounts.action", this::action))
                .filters(text, access, role)
                .sortedBy("name")
                .reading(
                        (asked, offset, limit) -> people.page(filter.apply(asked), order(asked), offset, limit),
                        asked -> people.count(filter.apply(asked)));
        add(new Paragraph(getTranslation("accounts.intro")), list);
    }

    private static Order order(Asked asked) {
        return new Order(asked.sort().equals("username") ? Sort.USERNAME : Sort.NAME, asked.descending());
    }

    private static String word(Access access) {
        return access.name().toLowerCase(Locale.ROOT);
    }

    private static Div who(Listed row) {
        Div cell = new Div(new Span(row.person().name()));
        cell.addClassName("kp-cell");
        if (row.email() != null && !row.email().equals(row.username())) {
            Span email = new Span(row.email());
            email.addClassName("kp-quiet");
            cell.add(email);
        }
        return cell;
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

    private static String stateKey(Listed row) {
        return !row.hasAccount()
                ? "accounts.state.none"
                : row.enabled() ? "accounts.state.enabled" : "accounts.state.disabled";
    }

    private static StatusBadge state(Listed row) {
        return new StatusBadge(stateKey(row), !row.hasAccount() ? Tone.NEUTRAL : row.enabled() ? Tone.GOOD : Tone.WARN);
    }

    private Button action(Listed row) {
        String key = row.hasAccount() ? "accounts.change" : "accounts.open";
        Button button = new Button(getTranslation(key), click -> {
            if (row.hasAccount()) {
                new AccountDialog(accounts, sessions, locks, ways, viewAs, trail, clock, row, list::refresh).open();
            } else {
                new OpenAccountDialog(accounts, ways, row, list::refresh).open();
            }
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        Shortcut.on(button, Shortcut.EDIT, getTranslation("keys.edit-row"));
        button.setAriaLabel(getTranslation(key + "-for", row.person().name()));
        return button;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation());
    }

    @Override
    public String heading() {
        return getTranslation("menu.accounts");
    }
}
