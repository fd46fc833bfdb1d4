package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.access.AccountChangedMeanwhile;
import org.koploper.access.AccountRefused;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.PayRoles;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.access.Sessions;
import org.koploper.access.SignInLocks;
import org.koploper.access.SignInWays;
import org.koploper.access.ViewAs;
import org.koploper.audit.Trail;
import org.koploper.people.AccountList.Listed;
import org.koploper.ui.kit.Busy;
import org.koploper.ui.kit.ConfirmWithReason;
import org.koploper.ui.kit.ConflictDialog;
import org.koploper.ui.kit.Edited;
import org.koploper.ui.kit.FormDialog;
import org.koploper.ui.kit.SecretDialog;
import org.koploper.ui.kit.UndoToast;

/** Changes what somebody may do, shuts the account or opens it again, or makes a new password for who forgot it. */
class AccountDialog extends FormDialog {

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInLocks locks;
    private final SignInWays ways;
    private final ViewAs viewAs;
    private final Trail trail;
    private final Clock clock;
    private final Runnable after;
    private Listed row;
    private final RoleChoice roles = new RoleChoice();
    private final WhyField why = new WhyField();
    private final Paragraph refusal = new Paragraph();

    AccountDialog(
            Accounts accounts,
            Sessions sessions,
            SignInLocks locks,
            SignInWays ways,
            ViewAs viewAs,
            Trail trail,
            Clock clock,
            Listed row,
            Runnable after) {
        super("accounts.change-title", "accounts.save", row.person().name());
        this.accounts = accounts;
        this.sessions = sessions;
        this.locks = locks;
        this.ways = ways;
        this.viewAs = viewAs;
        this.trail = trail;
        this.clock = clock;
        this.row = row;
        this.after = after;
        roles.setValue(row.roles());
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        ask(new Paragraph(getTranslation("accounts.signs-in-as", Objects.requireNonNull(row.username()))), roles);
        why.neededFor(roles, () -> row.roles());
        ask(why);
        if (Caller.now().is(person())) {
            ask(new Paragraph(getTranslation("accounts.own")));
        } else {
            ask(new H3(getTranslation("accounts.more")));
            if (locks.isLocked(person())) {
                ask(new Paragraph(getTranslation("accounts.locked")));
            }
            ask(buttons());
            // that a blocked account cannot be looked at as goes without saying
            notSeen()
                    .filter(reason -> reason != AccountRefused.Reason.BLOCKED)
                    .ifPresent(reason -> ask(new Paragraph(getTranslation(Refusals.key(reason)))));
            ask(refusal);
        }
    }

    private Div buttons() {
        Button access = row.enabled()
                ? Busy.on(new Button(getTranslation("accounts.disable")), this::disable)
                : Busy.on(new Button(getTranslation("accounts.enable")), this::enable);
        if (row.enabled()) {
            access.addThemeVariants(ButtonVariant.ERROR);
        }
        Div buttons = new Div();
        if (ways.passwordsFor(row.roles())) {
            buttons.add(new Button(getTranslation("accounts.reset"), click -> confirmReset()));
        }
        buttons.add(access);
        if (notSeen().isEmpty()) {
            buttons.add(new Button(
                    getTranslation("view-as.choose", row.person().name()),
                    click -> new ViewAsQuestion(viewAs).ask(row.person())));
        }
        int open = sessions.count(person());
        if (open > 0) {
            buttons.add(Busy.on(new Button(getTranslation("accounts.end-sessions", open)), this::endSessions));
        }
        if (locks.isLocked(person())) {
            buttons.add(Busy.on(new Button(getTranslation("accounts.unlock")), this::unlock));
        }
        buttons.addClassName("kp-actions");
        return buttons;
    }

    /** Why nobody may look as this person; empty where one may. */
    private Optional<AccountRefused.Reason> notSeen() {
        return viewAs.obstacle(person(), row.roles(), row.enabled());
    }

    private PersonId person() {
        return row.person().id();
    }

    @Override
    protected void submit() {
        roles.setInvalid(false);
        Set<Role> wanted = Set.copyOf(roles.getValue());
        if (wanted.equals(row.roles())) {
            close();
            return;
        }
        if (!why.isMissing()) {
            give(wanted);
        }
    }

    private void give(Set<Role> wanted) {
        Set<Role> read = row.roles();
        try {
            accounts.give(person(), read, wanted, why.reason());
        } catch (AccountRefused refused) {
            roles.setErrorMessage(getTranslation(Refusals.key(refused)));
            roles.setInvalid(true);
            return;
        } catch (AccountChangedMeanwhile meanwhile) {
            compare(wanted, meanwhile.now());
            return;
        }
        done(
                getTranslation("accounts.saved", row.person().name()),
                () -> accounts.give(person(), wanted, read, getTranslation("accounts.undone")));
    }

    /** Role by role, so that what somebody else gave or took stays where the user did not touch it. */
    private void compare(Set<Role> wanted, Set<Role> now) {
        Map<Role, Edited<Boolean>> each = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            each.put(
                    role,
                    new Edited<>(
                            getTranslation(RoleChoice.key(role)),
                            row.roles().contains(role),
                            wanted.contains(role),
                            now.contains(role),
                            has -> getTranslation(has ? "accounts.has-role" : "accounts.has-role-not")));
        }
        new ConflictDialog(
                        row.person().name(),
                        ConflictDialog.who(trail.last("account", person().toString(), "account.roles-changed"), clock),
                        List.copyOf(each.values()),
                        () -> startFrom(now, now),
                        () -> {
                            Set<Role> merged = EnumSet.noneOf(Role.class);
                            each.forEach((role, has) -> {
                                if (Boolean.TRUE.equals(has.merged())) {
                                    merged.add(role);
                                }
                            });
                            startFrom(now, merged);
                            submit();
                        })
                .open();
    }

    private void startFrom(Set<Role> now, Set<Role> shown) {
        row = row.with(now);
        roles.setValue(shown);
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
            try {
                undo.run();
            } catch (AccountChangedMeanwhile meanwhile) {
                UndoToast.say(getTranslation("records.not-undone"));
            }
            after.run();
        });
    }

    private void confirmReset() {
        ConfirmWithReason question = ConfirmWithReason.of(
                        "accounts.reset-title", "accounts.reset", row.person().name())
                .says(getTranslation("accounts.reset-text"));
        if (PayRoles.in(row.roles())) {
            question.reason(getTranslation("accounts.why"), Accounts.LONGEST_REASON, true);
        }
        question.thenUnlessRefused(reason -> {
            reset(reason);
            return Optional.empty();
        });
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
