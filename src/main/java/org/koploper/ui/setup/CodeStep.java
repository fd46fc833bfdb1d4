package org.koploper.ui.setup;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.function.Consumer;
import org.koploper.access.SetupCode.Answer;
import org.koploper.people.FirstStart;
import org.koploper.people.SetupRefused;
import org.koploper.people.SetupRefused.About;
import org.koploper.ui.shell.Languages;

/** The language, so that the rest is understood, and the code of the log. */
final class CodeStep extends SetupStep {

    private final FirstStart start;
    private final String address;
    private final Answers answers;
    private final Select<Locale> language = new Select<>();
    private final TextField code = new TextField(getTranslation("setup.code"));

    /** @param speak shows everything in another language */
    CodeStep(FirstStart start, String address, Answers answers, Consumer<Locale> speak, Runnable on) {
        super("setup.next", on);
        this.start = start;
        this.address = address;
        this.answers = answers;
        language.setLabel(getTranslation("setup.language"));
        language.setHelperText(getTranslation("setup.language-help"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(locale -> getTranslation("language." + locale.toLanguageTag()));
        language.setValue(answers.language);
        language.addValueChangeListener(change -> {
            keep();
            speak.accept(change.getValue());
        });
        code.setHelperText(getTranslation("setup.code-help"));
        code.setAutofocus(true);
        code.setRequiredIndicatorVisible(true);
        code.getElement().setAttribute("autocomplete", "off");
        code.getElement().setAttribute("autocapitalize", "none");
        code.getElement().setAttribute("spellcheck", "false");
        code.setValue(answers.code);
        forgive(code);
        ask(new Paragraph(getTranslation("setup.intro")), language, code);
    }

    @Override
    void keep() {
        answers.code = code.getValue();
    }

    @Override
    boolean complete() {
        keep();
        Answer answer = start.enter(answers.code, address);
        answers.opened = answer == Answer.RIGHT;
        return switch (answer) {
            case RIGHT -> true;
            case WRONG -> refuse(code, getTranslation("setup.code-wrong"));
            case WAIT -> refuse(code, getTranslation("setup.code-wait"));
            case OVER -> refuse(code, getTranslation("setup.over"));
        };
    }

    @Override
    boolean show(SetupRefused refused) {
        if (refused.about() != About.CODE) {
            return false;
        }
        refuse(code, getTranslation(refused.key()));
        return true;
    }
}
