package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

/** Shows a secret this once, with a button that copies it. */
public class SecretDialog extends Dialog {

    private final Span copied = new Span();
    private final Div form = new Div();

    /**
     * @param title in words, as all of these
     * @param text what it is good for, and that it is shown this once
     * @param label of the field that shows it
     */
    public SecretDialog(String title, String text, String label, String secret) {
        setHeaderTitle(title);
        addClassName("kp-dialog");
        // one slip outside, and it would be gone for good
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        TextField shown = new TextField(label);
        shown.setValue(secret);
        shown.setReadOnly(true);
        shown.addClassName("kp-secret");
        shown.setAutoselect(true);
        Button copy = new Button(getTranslation("secret.copy"));
        copy.setAutofocus(true);
        Clipboard.onClick(copy)
                .writeText(
                        secret,
                        done -> copied.setText(getTranslation("secret.copied")),
                        failed -> copied.setText(getTranslation("secret.not-copied")));
        copied.getElement().setAttribute("role", "status");
        Div row = new Div(shown, copy);
        row.addClassName("kp-secret-row");
        form.add(new Paragraph(text), row, copied);
        form.addClassName("kp-form");
        add(form);
        Button close = new Button(getTranslation("secret.close"), click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
    }

    /** The same, with more below what it shows. */
    public SecretDialog with(Component more) {
        form.add(more);
        return this;
    }
}
