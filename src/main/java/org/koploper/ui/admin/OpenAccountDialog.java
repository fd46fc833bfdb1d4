package org.koploper.ui.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.koploper.access.AccountRefused;
import org.koploper.access.Accounts;
import org.koploper.access.Role;
import org.koploper.people.AccountList.Listed;
import org.koploper.ui.kit.FormDialog;

/** Lets a person sign in: with which name and roles. */
class OpenAccountDialog extends FormDialog {

    private final Accounts accounts;
    private final Listed row;
    private final Runnable after;
    private final TextField username = new TextField(getTranslation("accounts.username"));
    private final RoleChoice roles = new RoleChoice();
    private final WhyField why = new WhyField();

    OpenAccountDialog(Accounts accounts, Listed row, Runnable after) {
        super("accounts.open-title", "accounts.open-submit", row.person().name());
        this.accounts = accounts;
        this.row = row;
        this.after = after;
        username.setHelperText(getTranslation("accounts.username-hint"));
        username.setValue(proposed(row));
        username.setRequiredIndicatorVisible(true);
        username.setMaxLength(Accounts.LONGEST_NAME);
        roles.setValue(EnumSet.of(Role.REP));
        why.neededFor(roles, Set::of);
        ask(username, roles, why, new Paragraph(getTranslation("accounts.password-made")));
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
