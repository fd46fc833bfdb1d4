package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;

/**
 * Gives controls their keys. The script {@code keys.ts} does the rest in the browser: the key clicks the control, or puts the
 * focus into a field, and the sheet of shortcuts lists it while it is on the screen.
 */
public final class Shortcut {

    /** Saves the form that is open. */
    public static final String SAVE = "mod+s";

    /** Takes back what was just done. */
    public static final String UNDO = "mod+z";

    /** To the filter of the list on the screen. */
    public static final String FILTER = "/";

    /** Changes what the row with the focus shows. */
    public static final String EDIT = "e";

    private Shortcut() {}

    /**
     * @param key one letter or sign, two letters with a space to press one after the other, or {@code mod+} and a letter for
     *     Ctrl or Command with it
     * @param words what it does, in the language of the reader
     */
    public static <C extends Component> C on(C control, String key, String words) {
        control.getElement().setAttribute("data-kp-key", key).setAttribute("data-kp-words", words);
        return control;
    }

    /** The control is what Enter opens its row with, where it is not the first link or button there. */
    public static <C extends Component> C opensRow(C control) {
        control.getElement().setAttribute("data-kp-open", true);
        return control;
    }

    /** Lets J and K walk through the children of that list, as they do through the rows of every grid. */
    public static void walk(Component list) {
        list.getElement().setAttribute("data-kp-rows", true);
    }
}
