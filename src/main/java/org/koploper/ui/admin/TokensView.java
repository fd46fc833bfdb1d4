package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.koploper.access.ApiTokens;
import org.koploper.access.ApiTokens.Listed;
import org.koploper.people.AccountList;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.list.Filter;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Screen;

/** The tokens that programs use: which there are, a new one, taking one back. */
@Route("tokens")
@RolesAllowed("ADMIN")
class TokensView extends Screen implements BeforeEnterObserver {

    private final ApiTokens tokens;
    private final AccountList people;
    private final Clock clock;
    private final Listing<Listed> list;

    TokensView(ApiTokens tokens, AccountList people, Clock clock, Lists lists) {
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
        Button issue = new Button(getTranslation("tokens.new"), click -> ask());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        Div toolbar = new Div(issue);
        toolbar.addClassName("kp-toolbar");
        Filter<String> text = Filter.text("tokens.search", "tokens.search-hint");
        list = lists.<Listed>of("tokens", "menu.tokens")
                .columns(
                        ListColumn.<Listed>text("name", "tokens.name", Listed::name)
                                .sortable()
                                .main(),
                        ListColumn.<Listed>text("scopes", "tokens.scopes", this::scopes),
                        ListColumn.<Listed>text("actsFor", "tokens.acts-for", this::actsFor)
                                .sortable(),
                        ListColumn.<Listed>moment("created", "tokens.created", clock.getZone(), Listed::createdAt)
                                .sortable(),
                        ListColumn.<Listed>moment("used", "tokens.used", clock.getZone(), Listed::lastUsedAt)
                                .sortable(),
                        ListColumn.<Listed>day("lastDay", "tokens.last-day", Listed::lastDay)
                                .sortable(),
                        ListColumn.<Listed>moment("revoked", "tokens.revoked", clock.getZone(), Listed::revokedAt)
                                .fileOnly(),
                        ListColumn.<Listed>control("action", "tokens.state", this::action))
                .filters(text)
                .none(() -> new EmptyState(getTranslation("tokens.none"), getTranslation("tokens.none-text")))
                .few(tokens::list, (token, asked) -> text.finds(asked, token.name(), actsFor(token)));
        add(new Paragraph(getTranslation("tokens.intro")));
        if (tokens.isFixedSet()) {
            Paragraph fixed = new Paragraph(getTranslation("tokens.fixed"));
            fixed.addClassName("kp-note");
            add(fixed);
        }
        add(toolbar, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.show(event.getLocation());
    }

    private String scopes(Listed token) {
        return token.scopes().stream()
                .sorted()
                .map(scope -> getTranslation(TokenDialog.key(scope)))
                .collect(Collectors.joining(", "));
    }

    private String actsFor(Listed token) {
        return token.actsFor() == null ? getTranslation("tokens.organisation") : token.actsFor();
    }

    private com.vaadin.flow.component.Component action(Listed token) {
        if (token.revokedAt() != null) {
            return new StatusBadge("tokens.revoked", Tone.NEUTRAL);
        }
        if (token.isOver(LocalDate.now(clock))) {
            return new StatusBadge("tokens.over", Tone.NEUTRAL);
        }
        Button revoke = new Button(getTranslation("tokens.revoke"), click -> confirm(token));
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        revoke.setAriaLabel(getTranslation("tokens.revoke-for", token.name()));
        return revoke;
    }

    private void confirm(Listed token) {
        ConfirmWithReason.of("tokens.revoke-title", "tokens.revoke", token.name())
                .says(getTranslation("tokens.revoke-text"))
                .destroys()
                .then(() -> {
                    tokens.revoke(token.id());
                    list.refresh();
                    UndoToast.say(getTranslation("tokens.revoked-done", token.name()));
                });
    }

    private void ask() {
        new TokenDialog(tokens, people, LocalDate.now(clock), list::refresh).open();
    }

    @Override
    public String heading() {
        return getTranslation("menu.tokens");
    }
}
