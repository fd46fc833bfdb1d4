package org.koploper.ui.setup;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.koploper.access.Accounts;
import org.koploper.people.FirstStart;
import org.koploper.people.Founding.Administrator;
import org.koploper.people.SetupRefused;

/** Who administers, with a password of their own. */
final class AdministratorStep extends SetupStep {

    private final FirstStart start;
    private final String address;
    private final Answers answers;
    private final TextField name = new TextField(getTranslation("setup.name"));
    private final TextField username = new TextField(getTranslation("setup.username"));
    private final PasswordField password = new PasswordField(getTranslation("sign-in.password"));
    private final PasswordField again = new PasswordField(getTranslation("setup.password-again"));
    private final Span strength = new Span();

    AdministratorStep(FirstStart start, String address, Answers answers, Runnable on) {
        super("setup.finish", on);
        this.start = start;
        this.address = address;
        this.answers = answers;
        name.setValue(answers.name);
        name.setMaxLength(FirstStart.LONGEST_NAME);
        name.getElement().setAttribute("autocomplete", "name");
        username.setValue(answers.username);
        username.setMaxLength(Accounts.LONGEST_NAME);
        username.setHelperText(getTranslation("setup.username-help"));
        username.getElement().setAttribute("autocomplete", "username");
        username.getElement().setAttribute("autocapitalize", "none");
        username.getElement().setAttribute("spellcheck", "false");
        password.setValue(answers.password);
        password.setHelperText(
                getTranslation("password.may") + " " + getTranslation("password.rule", Accounts.SHORTEST_PASSWORD));
        password.getElement().setAttribute("autocomplete", "new-password");
        password.setValueChangeMode(ValueChangeMode.LAZY);
        password.addValueChangeListener(change -> measure());
        again.setValue(answers.again);
        again.getElement().setAttribute("autocomplete", "new-password");
        for (TextField field : new TextField[] {name, username}) {
            field.setRequiredIndicatorVisible(true);
        }
        password.setRequiredIndicatorVisible(true);
        again.setRequiredIndicatorVisible(true);
        strength.addClassName("kp-quiet");
        strength.getElement().setAttribute("role", "status");
        forgive(name, username, password, again);
        ask(new Paragraph(getTranslation("setup.administrator-intro")), name, username, password, strength, again);
        measure();
    }

    /** In words, with what to do, as where one changes the own password. */
    private void measure() {
        int length = password.getValue().length();
        if (length == 0) {
            strength.setText("");
        } else if (length < Accounts.SHORTEST_PASSWORD) {
            strength.setText(getTranslation("password.more-signs", Accounts.SHORTEST_PASSWORD - length));
        } else {
            strength.setText(getTranslation(strengthKey()));
        }
    }

    private String strengthKey() {
        try {
            return "password.strength-"
                    + start.strength(
                            answers.code,
                            address,
                            new Administrator(name.getValue(), username.getValue(), password.getValue()));
        } catch (SetupRefused over) {
            return over.key();
        }
    }

    @Override
    void keep() {
        answers.name = name.getValue();
        answers.username = username.getValue();
        answers.password = password.getValue();
        answers.again = again.getValue();
    }

    @Override
    boolean complete() {
        keep();
        clear(name, username, password, again);
        if (name.getValue().isBlank()) {
            return refuse(name, getTranslation("setup.name-missing"));
        }
        if (username.getValue().isBlank()) {
            return refuse(username, getTranslation("account-refused.name-unusable"));
        }
        return password.getValue().equals(again.getValue()) || refuse(again, getTranslation("password.differ"));
    }

    @Override
    boolean show(SetupRefused refused) {
        String text = getTranslation(refused.key(), Accounts.SHORTEST_PASSWORD);
        return switch (refused.about()) {
            case NAME -> !refuse(name, text);
            case USERNAME -> !refuse(username, text);
            case PASSWORD -> !refuse(password, text);
            default -> false;
        };
    }
}
