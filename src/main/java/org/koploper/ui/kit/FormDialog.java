package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyNotifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/** Asks for some values: fields below each other, one button that does it and one that leaves everything as it is. */
public class FormDialog extends Dialog {

    private final Div form = new Div();
    private final SaveButton submit;
    private final Button cancel = new Button(getTranslation("dialog.cancel"), click -> close());

    /**
     * @param title translation key, with the names as its parameters
     * @param submitText translation key of what the button says
     */
    protected FormDialog(String title, String submitText, Object... names) {
        setHeaderTitle(getTranslation(title, names));
        setCloseOnOutsideClick(false);
        addClassName("kp-dialog");
        form.addClassName("kp-form");
        super.add(new Draft(this), form);
        submit = new SaveButton(getTranslation(submitText), () -> {
            // a click that was on its way when it closed does nothing
            if (isOpened()) {
                submit();
            }
        });
        getFooter().add(cancel, submit);
    }

    /** Opens it, unless one of its kind is open already. */
    @Override
    public void open() {
        if (OneDialog.claim(this)) {
            super.open();
        }
    }

    /** Adds fields and texts, in this order. */
    protected void ask(Component... fields) {
        form.add(fields);
        for (Component field : fields) {
            if (field instanceof TextField || field instanceof PasswordField) {
                ((KeyNotifier) field).addKeyDownListener(Key.ENTER, key -> submit.clickInClient());
            }
        }
    }

    /** The button that does it looks dangerous. */
    protected final void dangerous() {
        submit.addThemeVariants(ButtonVariant.ERROR);
    }

    /** What the way out says instead of "cancel". */
    protected final void cancelText(String text) {
        cancel.setText(text);
    }

    /** Does it; what is refused is shown at its field and the dialog stays open. */
    protected void submit() {}
}
