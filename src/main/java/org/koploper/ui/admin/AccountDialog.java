package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import java.util.Set;
import org.koploper.access.AccountRefused;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.AccountList.Listed;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.UndoToast;

/** Changes what somebody may do, shuts the account or opens it again, or makes a new password for who forgot it. */
class AccountDialog extends FormDialog {

    private final Accounts accounts;
    private final Listed row;
    private final Runnable after;
    private final RoleChoice roles = new RoleChoice();
    private final Paragraph refusal = new Paragraph();

    AccountDialog(Accounts accounts, Listed row, Runnable after) {
        super("accounts.change-title", "accounts.save", row.person().name());
        this.accounts = accounts;
        this.row = row;
        this.after = after;
        roles.setValue(row.roles());
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        ask(new Paragraph(getTranslation("accounts.signs-in-as", Objects.requireNonNull(row.username()))), roles);
        if (Caller.now().is(person())) {
            ask(new Paragraph(getTranslation("accounts.own")));
        } else {
            ask(new H3(getTranslation("accounts.more")), buttons(), refusal);
        }
    }

    private Div buttons() {
        Button password = new Button(getTranslation("accounts.reset"), click -> confirmReset());
        Button access = row.enabled()
                ? new Button(getTranslation("accounts.disable"), click -> disable())
                : new Button(getTranslation("accounts.enable"), click -> enable());
        if (row.enabled()) {
            access.addThemeVariants(ButtonVariant.ERROR);
        }
        Div buttons = new Div(password, access);
        buttons.addClassName("kp-actions");
        return buttons;
    }

    private PersonId person() {
        return row.person().id();
    }

    @Override
    protected void submit() {
        roles.setInvalid(false);
        Set<org.koploper.access.Role> wanted = Set.copyOf(roles.getValue());
        if (wanted.equals(row.roles())) {
            close();
            return;
        }
        try {
            accounts.give(person(), wanted);
        } catch (AccountRefused refused) {
            roles.setErrorMessage(getTranslation(Refusals.key(refused)));
            roles.setInvalid(true);
            return;
        }
        done(getTranslation("accounts.saved", row.person().name()), () -> accounts.give(person(), row.roles()));
    }

    private void disable() {
        try {
            accounts.enable(person(), false);
        } catch (AccountRefused refused) {
            refusal.setText(getTranslation(Refusals.key(refused)));
            return;
        }
        done(getTranslation("accounts.disabled", row.person().name()), () -> accounts.enable(person(), true));
    }

    private void enable() {
        accounts.enable(person(), true);
        done(getTranslation("accounts.enabled", row.person().name()), () -> accounts.enable(person(), false));
    }

    private void done(String words, Runnable undo) {
        close();
        after.run();
        UndoToast.say(words, () -> {
            undo.run();
            after.run();
        });
    }

    private void confirmReset() {
        ConfirmDialog confirm = new ConfirmDialog();
        confirm.setHeader(getTranslation("accounts.reset-title", row.person().name()));
        confirm.setText(getTranslation("accounts.reset-text"));
        confirm.setCancelable(true);
        confirm.setCancelText(getTranslation("dialog.cancel"));
        confirm.setConfirmText(getTranslation("accounts.reset"));
        confirm.addConfirmListener(click -> reset());
        confirm.open();
    }

    private void reset() {
        String password = accounts.resetPassword(person());
        close();
        new SecretDialog(
                        getTranslation("accounts.reset-done", row.person().name()),
                        getTranslation("accounts.password-once", Objects.requireNonNull(row.username())),
                        getTranslation("accounts.password"),
                        password)
                .open();
    }
}
