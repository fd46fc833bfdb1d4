package org.koploper.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** The one button of a form that saves it, also with Ctrl S: see {@link Busy}. */
public class SaveButton extends Button {

    /** @param text what it says, in the language of the reader */
    public SaveButton(String text, Runnable save) {
        super(text);
        addThemeVariants(ButtonVariant.PRIMARY);
        Shortcut.on(this, Shortcut.SAVE, text);
        Busy.on(this, save);
    }
}
