package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.AccountRefused;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PayRoles;
import org.koploper.access.PersonId;
import org.koploper.access.Sessions;
import org.koploper.access.SignInLocks;
import org.koploper.people.AccountList.Listed;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.UndoToast;

/** Changes what somebody may do, shuts the account or opens it again, or makes a new password for who forgot it. */
class AccountDialog extends FormDialog {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInLocks locks;
    private final Listed row;
    private final Runnable after;
    private final RoleChoice roles = new RoleChoice();
    private final WhyField why = new WhyField();
    private final Paragraph refusal = new Paragraph();

    AccountDialog(Accounts accounts, Sessions sessions, SignInLocks locks, Listed row, Runnable after) {
        super("accounts.change-title", "accounts.save", row.person().name());
        this.accounts = accounts;
        this.sessions = sessions;
        this.locks = locks;
        this.row = row;
        this.after = after;
        roles.setValue(row.roles());
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        ask(new Paragraph(getTranslation("accounts.signs-in-as", Objects.requireNonNull(row.username()))), roles);
        why.neededFor(roles, row.roles());
        ask(why);
        if (Caller.now().is(person())) {
            ask(new Paragraph(getTranslation("accounts.own")));
        } else {
            ask(new H3(getTranslation("accounts.more")));
            if (locks.isLocked(person())) {
                ask(new Paragraph(getTranslation("accounts.locked")));
            }
            ask(buttons(), refusal);
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
        int open = sessions.count(person());
        if (open > 0) {
            buttons.add(new Button(getTranslation("accounts.end-sessions", open), click -> endSessions()));
        }
        if (locks.isLocked(person())) {
            buttons.add(new Button(getTranslation("accounts.unlock"), click -> unlock()));
        }
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
            if (why.isMissing()) {
                return;
            }
            accounts.give(person(), wanted, why.reason());
        } catch (AccountRefused refused) {
            roles.setErrorMessage(getTranslation(Refusals.key(refused)));
            roles.setInvalid(true);
            return;
        }
        done(
                getTranslation("accounts.saved", row.person().name()),
                () -> accounts.give(person(), row.roles(), getTranslation("accounts.undone")));
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

    private void endSessions() {
        int ended = sessions.endAll(person());
        close();
        UndoToast.say(getTranslation("accounts.sessions-ended", row.person().name(), ended));
    }

    private void unlock() {
        locks.lift(person());
        close();
        UndoToast.say(getTranslation("accounts.unlocked", row.person().name()));
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
        WhyField resetWhy = new WhyField();
        resetWhy.setVisible(PayRoles.in(row.roles()));
        Div text = new Div(new Paragraph(getTranslation("accounts.reset-text")), resetWhy);
        text.addClassName("kp-form");
        confirm.setText(text);
        confirm.setCancelable(true);
        confirm.setCancelText(getTranslation("dialog.cancel"));
        confirm.setConfirmText(getTranslation("accounts.reset"));
        confirm.addConfirmListener(click -> {
            if (resetWhy.isMissing()) {
                // it closes by itself with the click; what was typed stays
                confirm.open();
            } else {
                reset(resetWhy.reason());
            }
        });
        confirm.open();
    }

    private void reset(@Nullable String reason) {
        String password = accounts.resetPassword(person(), reason);
        close();
        new SecretDialog(
                        getTranslation("accounts.reset-done", row.person().name()),
                        getTranslation("accounts.password-once", Objects.requireNonNull(row.username())),
                        getTranslation("accounts.password"),
                        password)
                .open();
    }
}
