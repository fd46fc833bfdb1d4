package org.koploper.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.koploper.access.Accounts;
import org.koploper.ui.kit.UndoToast;
import org.koploper.ui.shell.Screen;

/** Changes the own password. Everybody whose password was given by somebody else comes here first. */
@Route("account/password")
@PermitAll
public class PasswordView extends Screen {

    private final Accounts accounts;
    private final PasswordField current = new PasswordField(getTranslation("password.current"));
    private final PasswordField wanted = new PasswordField(getTranslation("password.wanted"));
    private final PasswordField again = new PasswordField(getTranslation("password.again"));

    PasswordView(Accounts accounts) {
        this.accounts = accounts;
        boolean must = accounts.preferences().mustChangePassword();
        current.getElement().setAttribute("autocomplete", "current-password");
        wanted.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        wanted.setHelperText(getTranslation("password.rule", Accounts.SHORTEST_PASSWORD));
        current.setAutofocus(true);
        Button save = new Button(getTranslation("password.save"), click -> change());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        Div form = new Div(
                new Paragraph(getTranslation(must ? "password.must" : "password.may")), current, wanted, again, save);
        form.addClassName("kp-form");
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
                        problem -> refuse(problem.equals("password.current-wrong") ? current : wanted, problem),
                        this::done);
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
