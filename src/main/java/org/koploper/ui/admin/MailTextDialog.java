package org.koploper.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koploper.notice.MailDesk;
import org.koploper.notice.MailKind;
import org.koploper.notice.MailTexts;
import org.koploper.notice.MailTexts.UnusableText;
import org.koploper.notice.MailWords;
import org.koploper.notice.Placeholder;
import org.koploper.ui.kit.FormDialog;

/** Asks what a kind of mail says in one language, and shows at once how it will look. */
class MailTextDialog extends FormDialog {

    private final MailTexts texts;
    private final MailDesk desk;
    private final MailKind mail;
    private final String language;
    private final Consumer<MailWords> save;
    private final TextField subject = new TextField(getTranslation("mail-texts.subject"));
    private final TextArea opening = new TextArea(getTranslation("mail-texts.opening"));
    private final TextArea closing = new TextArea(getTranslation("mail-texts.closing"));
    private final LetterPreview preview;
    private final Div answer = new Div();

    MailTextDialog(
            MailTexts texts,
            MailDesk desk,
            MailKind mail,
            String language,
            String about,
            MailWords now,
            Consumer<MailWords> save) {
        super("mail-texts.title", "kpis.save", about);
        this.texts = texts;
        this.desk = desk;
        this.mail = mail;
        this.language = language;
        this.save = save;
        this.preview = new LetterPreview(language);
        subject.setValue(now.subject());
        subject.setMaxLength(MailTexts.LONGEST_SUBJECT);
        subject.setRequiredIndicatorVisible(true);
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        subject.setHelperText(getTranslation("mail-texts.subject-hint", known(true)));
        subject.addValueChangeListener(change -> look());
        Stream.of(opening, closing).forEach(text -> {
            text.setMaxLength(MailTexts.LONGEST_TEXT);
            text.setValueChangeMode(ValueChangeMode.LAZY);
            text.setHelperText(getTranslation("mail-texts.placeholders", known(false)));
            text.addValueChangeListener(change -> look());
        });
        opening.setValue(now.opening());
        closing.setValue(now.closing());
        answer.getElement().setAttribute("role", "status");
        ask(subject, opening, closing, preview, test());
        look();
    }

    private String known(boolean inSubject) {
        return Placeholder.known(mail, inSubject).stream()
                .map(one -> one.in(language))
                .collect(Collectors.joining(", "));
    }

    private Div test() {
        if (!desk.setUp().ready()) {
            return new Div(new Paragraph(getTranslation("mail.test-not-yet")));
        }
        if (desk.ownAddress().isEmpty()) {
            return new Div(new Paragraph(getTranslation("mail.no-address")));
        }
        Button send = new Button(getTranslation("mail-texts.test"), click -> {
            if (look()) {
                answer.removeAll();
                answer.add(new MailAnswer(desk.test(mail, language, words())));
            }
        });
        Div test = new Div(send, answer);
        test.addClassName("kp-actions");
        return test;
    }

    private MailWords words() {
        return new MailWords(
                subject.getValue().strip(),
                opening.getValue().strip(),
                closing.getValue().strip());
    }

    /** Shows how it will look, or what is wrong with it; whether all is well. */
    private boolean look() {
        List.<HasValidationProperties>of(subject, opening, closing).forEach(field -> field.setInvalid(false));
        if (subject.getValue().isBlank()) {
            subject.setErrorMessage(getTranslation("mail-texts.subject-missing"));
            subject.setInvalid(true);
            return false;
        }
        try {
            preview.show(texts.preview(mail, language, words()));
            return true;
        } catch (UnusableText unusable) {
            HasValidationProperties field = switch (unusable.part()) {
                case SUBJECT -> subject;
                case OPENING -> opening;
                case CLOSING -> closing;
            };
            field.setErrorMessage(
                    getTranslation("mail-texts.unknown", unusable.found(), String.join(", ", unusable.known())));
            field.setInvalid(true);
            return false;
        }
    }

    @Override
    protected void submit() {
        if (look()) {
            save.accept(words());
            close();
        }
    }
}
