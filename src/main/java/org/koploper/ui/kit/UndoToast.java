package org.koploper.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/**
 * Says what was done, with a way back: it stays for eight seconds, and longer while the pointer or the focus rests on it.
 */
public final class UndoToast extends Notification {

    private static final String WAIT = """
            const card = this; let timer;
            const start = () => { clearTimeout(timer); timer = setTimeout(() => card.dispatchEvent(new Event('kp-over')), 8000); };
            const stop = () => clearTimeout(timer);
            card.addEventListener('mouseenter', stop); card.addEventListener('mouseleave', start);
            card.addEventListener('focusin', stop); card.addEventListener('focusout', start);
            start();
            """;

    private UndoToast(String text) {
        setPosition(Position.BOTTOM_START);
        setDuration(0);
        Div row = new Div(new Span(text));
        row.addClassName("kp-toast");
        row.getElement().addEventListener("kp-over", event -> close());
        row.addAttachListener(attach -> row.getElement().executeJs(WAIT));
        add(row);
    }

    /** Says it, without a way back. */
    public static UndoToast say(String text) {
        UndoToast toast = new UndoToast(text);
        toast.open();
        return toast;
    }

    /** Says it, and offers to undo it; afterwards the bell still does. */
    public static UndoToast say(String text, Runnable undo) {
        UndoToast toast = new UndoToast(text);
        Undoables.Undoable kept = Undoables.keep(text, () -> {
            toast.close();
            undo.run();
        });
        Button button = new Button(toast.getTranslation("toast.undo"), click -> kept.undo());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        Shortcut.on(button, Shortcut.UNDO, toast.getTranslation("toast.undo"));
        toast.getChildren().findFirst().map(Div.class::cast).ifPresent(row -> row.add(button));
        toast.open();
        return toast;
    }
}
