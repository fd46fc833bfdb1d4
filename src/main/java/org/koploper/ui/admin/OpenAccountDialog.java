package org.koploper.ui.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.koploper.access.AccountRefused;
import org.koploper.access.Accounts;
import org.koploper.access.Role;
import org.koploper.access.SignInWays;
import org.koploper.people.AccountList.Listed;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.SecretDialog;
import org.koploper.ui.kit.UndoToast;

/** Lets a person sign in: with which name and roles. */
class OpenAccountDialog extends FormDialog {

    private final Accounts accounts;
    private final SignInWays ways;
    private final Listed row;
    private final Runnable after;
    private final TextField username = new TextField(getTranslation("accounts.username"));
    private final RoleChoice roles = new RoleChoice();
    private final WhyField why = new WhyField();

    OpenAccountDialog(Accounts accounts, SignInWays ways, Listed row, Runnable after) {
        super("accounts.open-title", "accounts.open-submit", row.person().name());
        this.accounts = accounts;
        this.ways = ways;
        this.row = row;
        this.after = after;
        username.setHelperText(getTranslation("accounts.username-hint"));
        username.setValue(proposed(row));
        username.setRequiredIndicatorVisible(true);
        username.setMaxLength(Accounts.LONGEST_NAME);
        roles.setValue(EnumSet.of(Role.REP));
        why.neededFor(roles, Set::of);
        ask(
                username,
                roles,
                why,
                new Paragraph(getTranslation(ways.passwords() ? "accounts.password-made" : "accounts.company-only")));
    }

    /** The e-mail address, which nobody has to remember; without one the external id. */
    private static String proposed(Listed row) {
        String name = row.email() == null ? row.person().externalId() : row.email();
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", ".");
    }

    @Override
    protected void submit() {
        username.setInvalid(false);
        if (why.isMissing()) {
            return;
        }
        String password;
        try {
            password =
                    accounts.open(row.person().id(), username.getValue(), Set.copyOf(roles.getValue()), why.reason());
        } catch (AccountRefused refused) {
            username.setErrorMessage(getTranslation(Refusals.key(refused)));
            username.setInvalid(true);
            username.focus();
            return;
        }
        close();
        after.run();
        if (!ways.passwordsFor(roles.getValue())) {
            UndoToast.say(getTranslation("accounts.opened", row.person().name()));
            return;
        }
        new SecretDialog(
                        getTranslation("accounts.opened", row.person().name()),
                        getTranslation(
                                "accounts.password-once",
                                username.getValue().strip().toLowerCase(Locale.ROOT)),
                        getTranslation("accounts.password"),
                        password)
                .open();
    }
}
