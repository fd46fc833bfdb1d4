package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.koploper.access.Caller;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps what is typed in a form in this browser tab, and offers it back, with the time, when the same form of the same
 * person is there again after the session ended or the page was lost. Saved or cancelled, it is forgotten; what somebody
 * else typed in this tab goes as soon as a form looks. Passwords are never kept.
 */
public final class Draft extends Div {

    private static final String PREFIX = "kp-draft:";

    private static final String TEXTS = "vaadin-text-field, vaadin-text-area, vaadin-email-field";
    private static final String CHOICES = ", vaadin-combo-box";

    /** What is kept, and the fields that can be filled, by name; what is chosen from a list has the text that names it. */
    private static final String FORM = """
            const key = $0;
            const kept = () => {
              try {
                return JSON.parse(sessionStorage.getItem(key)) ?? {};
              } catch {
                return {};
              }
            };
            const chosen = field => field.localName === 'vaadin-combo-box';
            const text = field => (chosen(field) ? field.inputElement?.value : field.value) ?? '';
            const fields = () => {
              const found = new Map();
              for (const field of this.querySelectorAll($1)) {
                if (!field.readonly && !field.disabled) {
                  let name = field.label || field.accessibleName || '';
                  while (found.has(name)) name += '+';
                  found.set(name, field);
                }
              }
              return found;
            };
            """;

    /** Keeps from now on what is typed, and answers when what is not shown here was: empty for nothing. */
    private static final String KEEP = FORM + """
            Object.keys(sessionStorage)
              .filter(other => other.startsWith($2) && !other.startsWith($3))
              .forEach(other => sessionStorage.removeItem(other));
            const keep = event => {
              for (const [name, field] of fields()) {
                // what is typed to find something is not chosen yet
                if (event.composedPath().includes(field) && !(chosen(field) && event.type === 'input')) {
                  const typed = { ...kept().typed, [name]: text(field) };
                  sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), typed }));
                }
              }
            };
            this.addEventListener('input', keep);
            this.addEventListener('change', keep);
            const { at, typed } = kept();
            const shown = fields();
            if (!Object.entries(typed ?? {}).some(([name, said]) => shown.has(name) && text(shown.get(name)) !== said)) {
              sessionStorage.removeItem(key);
              return '';
            }
            const today = new Date(at).toDateString() === new Date().toDateString();
            return new Intl.DateTimeFormat(document.documentElement.lang || undefined,
              today ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' }).format(at);
            """;

    /** Puts texts back, and answers what has to be chosen again, by the name of its field. */
    private static final String RESTORE = FORM + """
            const { typed } = kept();
            const choices = {};
            fields().forEach((field, name) => {
              if (!(name in (typed ?? {})) || text(field) === typed[name]) return;
              if (chosen(field)) {
                choices[name] = typed[name];
              } else {
                field.value = typed[name];
                field.dispatchEvent(new CustomEvent('change', { bubbles: true }));
              }
            });
            return choices;
            """;

    private final Component form;
    private final Supplier<String> name;
    private final String fields;
    private final Span found = new Span();

    /** Of a dialog, to be put where the offer shall stand, at the top of its form; given up with the dialog. */
    public Draft(Dialog dialog) {
        this(dialog, () -> dialog.getClass().getSimpleName() + ":" + dialog.getHeaderTitle(), null);
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
        Draft draft = new Draft(form, () -> about, null);
        form.addAttachListener(attached -> draft.look());
        // what ends with the session, or is read again, never gets here
        form.addDetachListener(detached -> draft.forget(detached.getUI()));
        return draft;
    }

    /**
     * Of a form on a page that one comes back to, to be put where the offer shall stand; given up only by {@link #forget}.
     *
     * @param about as above
     * @param choosing chooses anew what was chosen from a list: label of the field, text of what was chosen; null where nothing is
     *     chosen
     */
    public static Draft untilSaved(Component form, String about, @Nullable BiConsumer<String, String> choosing) {
        Draft draft = new Draft(form, () -> about, choosing);
        form.addAttachListener(attached -> draft.look());
        return draft;
    }

    private Draft(Component form, Supplier<String> name, @Nullable BiConsumer<String, String> choosing) {
        this.form = form;
        this.name = name;
        this.fields = choosing == null ? TEXTS : TEXTS + CHOICES;
        addClassNames("kp-note", "kp-actions");
        getElement().setAttribute("role", "status");
        setVisible(false);
        Button restore = new Button(getTranslation("draft.restore"), click -> {
            form.getElement().executeJs(RESTORE, key(), fields).then(ObjectNode.class, chosen -> {
                if (choosing != null) {
                    chosen.properties()
                            .forEach(choice -> choosing.accept(
                                    choice.getKey(), choice.getValue().asString("")));
                }
            });
            setVisible(false);
        });
        Button forget = new Button(getTranslation("draft.forget"), click -> {
            forget();
            setVisible(false);
        });
        add(found, restore, forget);
    }

    private void look() {
        form.getElement()
                .executeJs(KEEP, key(), fields, PREFIX, PREFIX + Caller.now().self() + ":")
                .then(String.class, at -> {
                    found.setText(at.isEmpty() ? "" : getTranslation("draft.found", at));
                    setVisible(!at.isEmpty());
                });
    }

    /** Forgets everything that is kept in this tab, as somebody who signs out expects. */
    public static void forgetAll() {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "Object.keys(sessionStorage).filter(key => key.startsWith($0)).forEach(key => sessionStorage.removeItem(key))",
                        PREFIX);
    }

    /** Forgets what is kept of this form: it is saved, or not wanted any more. */
    public void forget() {
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
