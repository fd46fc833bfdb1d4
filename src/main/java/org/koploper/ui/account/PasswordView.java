package org.koploper.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.koploper.access.Accounts;
import org.koploper.access.Caller;
import org.koploper.access.SignInWays;
import org.koploper.audit.AccountHistory;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.SaveButton;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Screen;

/** Changes the own password. Everybody whose password was given by somebody else comes here first. */
@Route("account/password")
@PermitAll
public class PasswordView extends Screen {

    private static final Set<String> ABOUT_CURRENT = Set.of("password.current-wrong", "password.wait");

    private final Accounts accounts;
    private final PasswordField current = new PasswordField(getTranslation("password.current"));
    private final PasswordField wanted = new PasswordField(getTranslation("password.wanted"));
    private final PasswordField again = new PasswordField(getTranslation("password.again"));

    private final Span strength = new Span();

    PasswordView(Accounts accounts, AccountHistory history, SignInWays ways, Clock clock) {
        this.accounts = accounts;
        if (!ways.passwordsFor(Caller.now().roles())) {
            add(new Paragraph(getTranslation("password.not-used")));
            return;
        }
        boolean must = accounts.preferences().mustChangePassword();
        current.getElement().setAttribute("autocomplete", "current-password");
        wanted.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        wanted.setHelperText(getTranslation("password.rule", Accounts.SHORTEST_PASSWORD));
        wanted.setValueChangeMode(ValueChangeMode.LAZY);
        wanted.addValueChangeListener(change -> measure());
        strength.addClassName("kp-quiet");
        strength.getElement().setAttribute("role", "status");
        current.setAutofocus(true);
        Button save = new SaveButton(getTranslation("password.save"), this::change);
        save.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        Div form = new Div(
                new Paragraph(getTranslation(must ? "password.must" : "password.may")),
                current,
                wanted,
                strength,
                again,
                save);
        form.addClassName("kp-form");
        if (must) {
            history.lastReset()
                    .ifPresent(reset -> form.addComponentAsFirst(new Paragraph(getTranslation(
                            "password.was-reset",
                            reset.by(),
                            Formats.here().moment(reset.when(), clock.getZone(), LocalDate.now(clock))))));
        }
        add(form);
    }

    private void change() {
        for (PasswordField field : new PasswordField[] {current, wanted, again}) {
            field.setInvalid(false);
        }
        if (!wanted.getValue().equals(again.getValue())) {
            refuse(again, "password.differ");
            return;
        }
        accounts.changeOwnPassword(current.getValue(), wanted.getValue())
                .ifPresentOrElse(
                        problem -> refuse(ABOUT_CURRENT.contains(problem) ? current : wanted, problem), this::done);
    }

    /** In words, with what to do: the more words that do not belong together, the better. */
    private void measure() {
        int length = wanted.getValue().length();
        strength.setText(
                length == 0
                        ? ""
                        : length < Accounts.SHORTEST_PASSWORD
                                ? getTranslation("password.more-signs", Accounts.SHORTEST_PASSWORD - length)
                                : getTranslation("password.strength-" + accounts.strength(wanted.getValue())));
    }

    private void refuse(PasswordField field, String key) {
        field.setErrorMessage(getTranslation(key, Accounts.SHORTEST_PASSWORD));
        field.setInvalid(true);
        field.focus();
    }

    private void done() {
        UndoToast.say(getTranslation("password.done"));
        getUI().ifPresent(ui -> ui.navigate(""));
    }

    @Override
    public String heading() {
        return getTranslation("password.heading");
    }
}
