package org.koploper.ui.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.koploper.commission.document.PlanFault;
import org.koploper.ui.kit.Draft;

/** The text of a plan document to read or write; what does not fit is said with line and column, and one click goes there. */
class PlanEditor extends Div {

    private static final String GO = """
            const field = this.inputElement;
            field.focus();
            field.setSelectionRange($0, $1);
            const box = this.shadowRoot.querySelector('[part=input-field]');
            box.scrollTop = field.scrollHeight * $2 - box.clientHeight / 2;
            """;

    private final TextArea text = new TextArea(getTranslation("plans.text.label"));
    private final Div fault = new Div();
    private String saved = "";

    PlanEditor(boolean writes) {
        addClassName("kp-code");
        text.setReadOnly(!writes);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.setWidthFull();
        text.getElement().setAttribute("spellcheck", "false");
        fault.addClassNames("kp-bad", "kp-actions");
        fault.getElement().setAttribute("role", "alert");
        add(text, fault);
    }

    /** Keeps what is typed, so that it is not lost with the session. */
    void keep(String about) {
        addComponentAsFirst(Draft.ofPage(this, about));
    }

    String text() {
        return text.getValue();
    }

    /** Another text, of which nothing is unsaved. */
    void show(String document) {
        text.setValue(document);
        settled();
    }

    /** Another text, which has still to be saved. */
    void replace(String document) {
        text.setValue(document);
        clear();
    }

    void settled() {
        saved = text.getValue();
        clear();
    }

    boolean dirty() {
        return !text.getValue().equals(saved);
    }

    void clear() {
        fault.removeAll();
    }

    /** Says what does not fit, and where. */
    void refuse(PlanFault problem) {
        fault.removeAll();
        String words = PlanWords.of(problem);
        if (problem.line() == 0) {
            fault.add(new Span(problem.path().isEmpty() ? words : problem.path() + ": " + words));
            return;
        }
        String field = problem.path().isEmpty() ? "" : " (" + problem.path() + ")";
        Button go = new Button(getTranslation("plans.text.go"), click -> go(problem));
        go.addThemeVariants(ButtonVariant.TERTIARY);
        fault.add(
                new Span(getTranslation("plans.text.place", problem.line(), problem.column()) + field + ": " + words),
                go);
    }

    private void go(PlanFault problem) {
        String[] lines = text.getValue().split("\n", -1);
        int start = 0;
        for (int i = 0; i < problem.line() - 1 && i < lines.length; i++) {
            start += lines[i].length() + 1;
        }
        int end = start + (problem.line() <= lines.length ? lines[problem.line() - 1].length() : 0);
        double part = (problem.line() - 0.5) / lines.length;
        text.getElement().executeJs(GO, Math.min(start + problem.column() - 1, end), end, part);
    }
}
