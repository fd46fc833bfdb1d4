package org.koploper.ui.setup;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextFieldBase;
import org.koploper.people.SetupRefused;

/** One step: some questions, a way on and, after the first, a way back. What cannot be used is said at its field. */
abstract class SetupStep extends Div {

    private final Button next = new Button();
    private final Div buttons = new Div(next);

    /** @param nextKey translation key of what leads on */
    SetupStep(String nextKey, Runnable on) {
        addClassName("kp-form");
        buttons.addClassName("kp-actions");
        next.setText(getTranslation(nextKey));
        next.setId("setup-next");
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.addClickListener(click -> {
            if (complete()) {
                on.run();
            }
        });
    }

    /** Puts the questions there, and the buttons below them. */
    final void ask(Component... questions) {
        add(questions);
        add(buttons);
        for (Component question : questions) {
            if (question instanceof TextFieldBase<?, ?> field) {
                leadOnFrom(field);
            }
        }
    }

    /** Lets the Enter key in that field do what the button does. */
    final void leadOnFrom(TextFieldBase<?, ?> field) {
        field.addKeyDownListener(Key.ENTER, key -> next.clickInClient());
    }

    /** Offers a way back, which loses nothing. */
    final void offerBack(Runnable back) {
        Button button = new Button(getTranslation("setup.back"), click -> {
            keep();
            back.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        buttons.addComponentAsFirst(button);
    }

    /** Notes what stands in the fields now, right or wrong. */
    abstract void keep();

    /** Notes it too, and answers whether one can go on; what is wrong is shown. */
    abstract boolean complete();

    /** Shows at its field what was refused; answers whether it was about a question of this step. */
    abstract boolean show(SetupRefused refused);

    /** Says it at the field; the first one that is wrong gets the focus. */
    static <F extends Component & HasValidation & Focusable<?>> boolean refuse(F field, String text) {
        field.setErrorMessage(text);
        field.setInvalid(true);
        field.focus();
        return false;
    }

    static void clear(HasValidation... fields) {
        for (HasValidation field : fields) {
            field.setInvalid(false);
        }
    }

    /** Takes the mark of an error away as soon as something else is answered. */
    static void forgive(AbstractField<?, ?>... fields) {
        for (AbstractField<?, ?> field : fields) {
            field.addValueChangeListener(change -> ((HasValidation) field).setInvalid(false));
        }
    }
}
