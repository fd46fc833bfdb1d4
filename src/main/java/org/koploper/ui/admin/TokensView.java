package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.koploper.access.ApiTokens;
import org.koploper.access.ApiTokens.Listed;
import org.koploper.people.AccountList;
import org.koploper.ui.kit.EmptyState;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.StatusBadge.Tone;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.kit.Widths;
import org.koploper.ui.shell.Screen;

/** The tokens that programs use: which there are, a new one, taking one back. */
@Route("tokens")
@RolesAllowed("ADMIN")
class TokensView extends Screen {

    private final ApiTokens tokens;
    private final AccountList people;
    private final Clock clock;
    private final Grid<Listed> grid = new Grid<>();

    TokensView(ApiTokens tokens, AccountList people, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
        Button issue = new Button(getTranslation("tokens.new"), click -> ask());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        Div toolbar = new Div(issue);
        toolbar.addClassName("kp-toolbar");
        add(new Paragraph(getTranslation("tokens.intro")), toolbar, grid());
        refresh();
    }

    private Grid<Listed> grid() {
        grid.addComponentColumn(this::what)
                .setHeader(getTranslation("tokens.name"))
                .setFlexGrow(2);
        Grid.Column<Listed> scopes = grid.addColumn(this::scopes)
                .setHeader(getTranslation("tokens.scopes"))
                .setFlexGrow(2);
        Grid.Column<Listed> actsFor = grid.addColumn(this::actsFor)
                .setHeader(getTranslation("tokens.acts-for"))
                .setFlexGrow(1);
        Grid.Column<Listed> created = grid.addColumn(this::created)
                .setHeader(getTranslation("tokens.created"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::action)
                .setKey("action")
                .setHeader(getTranslation("tokens.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setAriaLabel(getTranslation("menu.tokens"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.setEmptyStateComponent(new EmptyState(getTranslation("tokens.none"), getTranslation("tokens.none-text")));
        Widths.onChange(
                grid, narrow -> List.of(scopes, actsFor, created).forEach(column -> column.setVisible(!narrow)));
        return grid;
    }

    private Div what(Listed token) {
        Span name = new Span(token.name());
        name.addClassName("kp-strong");
        Div cell = new Div(name);
        cell.addClassName("kp-cell");
        for (String more : List.of(scopes(token), actsFor(token), created(token))) {
            Span line = new Span(more);
            line.addClassNames("kp-quiet", "kp-narrow");
            cell.add(line);
        }
        return cell;
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

    private String created(Listed token) {
        return Formats.here().moment(token.createdAt(), clock.getZone(), LocalDate.now(clock));
    }

    private com.vaadin.flow.component.Component action(Listed token) {
        if (token.revokedAt() != null) {
            return new StatusBadge("tokens.revoked", Tone.NEUTRAL);
        }
        Button revoke = new Button(getTranslation("tokens.revoke"), click -> confirm(token));
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        revoke.setAriaLabel(getTranslation("tokens.revoke-for", token.name()));
        return revoke;
    }

    private void confirm(Listed token) {
        ConfirmDialog confirm = new ConfirmDialog();
        confirm.setHeader(getTranslation("tokens.revoke-title", token.name()));
        confirm.setText(getTranslation("tokens.revoke-text"));
        confirm.setCancelable(true);
        confirm.setCancelText(getTranslation("dialog.cancel"));
        confirm.setConfirmText(getTranslation("tokens.revoke"));
        confirm.setConfirmButtonTheme("error primary");
        confirm.addConfirmListener(click -> {
            tokens.revoke(token.id());
            refresh();
            UndoToast.say(getTranslation("tokens.revoked-done", token.name()));
        });
        confirm.open();
    }

    private void ask() {
        new TokenDialog(tokens, people, this::refresh).open();
    }

    private void refresh() {
        grid.setItems(tokens.list());
    }

    @Override
    public String heading() {
        return getTranslation("menu.tokens");
    }
}
