package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.Supplier;
import org.koploper.access.Caller;

/**
 * Keeps the texts that are typed in a dialog in this browser tab, and offers them back when the same dialog of the same
 * person is opened again after the session ended or the page was lost. Saved or cancelled, they are forgotten. Passwords
 * are no texts: they are never kept.
 */
public final class Draft extends Div {

    private static final String PREFIX = "kp-draft:";

    private static final String FIELDS = """
            const fields = new Map();
            for (const field of this.querySelectorAll('vaadin-text-field, vaadin-text-area, vaadin-email-field')) {
              if (!field.readonly && !field.disabled) {
                let name = field.label || field.accessibleName || '';
                while (fields.has(name)) name += '+';
                fields.set(name, field);
              }
            }
            """;

    /** Answers whether something is kept, and keeps from now on what is typed. */
    private static final String KEEP = """
            this.addEventListener('input', () => {
            %s
              const typed = {};
              fields.forEach((field, name) => typed[name] = field.value);
              sessionStorage.setItem($0, JSON.stringify(typed));
            });
            return sessionStorage.getItem($0) !== null;
            """.formatted(FIELDS);

    private static final String RESTORE = FIELDS + """
            const typed = JSON.parse(sessionStorage.getItem($0) ?? '{}');
            fields.forEach((field, name) => {
              if (name in typed && field.value !== typed[name]) {
                field.value = typed[name];
                field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
              }
            });
            """;

    private final Component form;
    private final Supplier<String> name;

    /** Of a dialog, to be put where the offer shall stand, at the top of its form; given up with the dialog. */
    public Draft(Dialog dialog) {
        this(dialog, () -> dialog.getClass().getSimpleName() + ":" + dialog.getHeaderTitle());
        dialog.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                look();
            } else {
                forget();
            }
        });
    }

    /**
     * Of a form on a page, to be put where the offer shall stand; given up with the form, when it is saved or left.
     *
     * @param about what the form is about, so that nothing is offered in another one
     */
    public static Draft ofPage(Component form, String about) {
        Draft draft = new Draft(form, () -> about);
        form.addAttachListener(attached -> draft.look());
        // what ends with the session, or is read again, never gets here
        form.addDetachListener(detached -> draft.forget(detached.getUI()));
        return draft;
    }

    private Draft(Component form, Supplier<String> name) {
        this.form = form;
        this.name = name;
        addClassNames("kp-note", "kp-actions");
        getElement().setAttribute("role", "status");
        setVisible(false);
        Button restore = new Button(getTranslation("draft.restore"), click -> {
            form.getElement().executeJs(RESTORE, key());
            setVisible(false);
        });
        Button forget = new Button(getTranslation("draft.forget"), click -> {
            forget();
            setVisible(false);
        });
        add(new Span(getTranslation("draft.found")), restore, forget);
    }

    private void look() {
        form.getElement().executeJs(KEEP, key()).then(Boolean.class, this::setVisible);
    }

    /** Forgets everything that is kept in this tab, as somebody who signs out expects. */
    public static void forgetAll() {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "Object.keys(sessionStorage).filter(key => key.startsWith($0)).forEach(key => sessionStorage.removeItem(key))",
                        PREFIX);
    }

    private void forget() {
        forget(UI.getCurrent());
    }

    private void forget(UI page) {
        page.getPage().executeJs("sessionStorage.removeItem($0)", key());
    }

    /** Somebody else in the same tab, or another object, has other texts. */
    private String key() {
        return PREFIX + Caller.now().self() + ":" + name.get();
    }
}
