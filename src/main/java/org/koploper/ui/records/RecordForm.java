package org.koploper.ui.records;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.Issue;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRow;

/** The fields of one record; says what is wrong with a value as soon as it is given. */
class RecordForm extends Div {

    private static final int LONGEST_REASON = 1_000;

    private final RecordKind kind;
    private final RecordEdits edits;
    private final Map<String, FieldEditor> editors = new LinkedHashMap<>();
    private final TextField reason = new TextField(getTranslation("records.reason"));
    private final Paragraph elsewhere = new Paragraph();
    private final Set<String> touched = new HashSet<>();
    private final boolean editable;
    private @Nullable RecordRow shown;
    private Map<String, @Nullable Object> start = Map.of();

    /** @param editable whether the caller may change anything here */
    RecordForm(RecordKind kind, FieldEditors factory, RecordEdits edits, boolean editable) {
        this.kind = kind;
        this.edits = edits;
        this.editable = editable;
        addClassNames("kp-form", "kp-record-form");
        for (Field field : kind.fields()) {
            FieldEditor editor = factory.of(kind, field);
            editor.readOnly(!editable);
            editor.onChange(() -> changed(field.name()));
            editors.put(field.name(), editor);
            add(editor.component());
        }
        reason.setMaxLength(LONGEST_REASON);
        reason.setHelperText(getTranslation("records.reason-help"));
        reason.setVisible(false);
        elsewhere.addClassName("kp-bad");
        elsewhere.getElement().setAttribute("role", "alert");
        elsewhere.setVisible(false);
        add(reason, elsewhere);
    }

    /** Shows a record that is there. */
    void show(RecordRow row) {
        shown = row;
        row.values().forEach((field, value) -> {
            FieldEditor editor = editors.get(field);
            if (editor != null) {
                editor.show(value);
            }
        });
        editors.values()
                .forEach(editor ->
                        editor.readOnly(!editable || editor.field().name().equals("externalId")));
        reason.setVisible(editable
                && !kind.byHand().explained().isEmpty()
                && kind.byHand().counts().test(row.values()));
        settled();
    }

    /** Fills a field of a new record. */
    void fill(String field, @Nullable Object value) {
        FieldEditor editor = editors.get(field);
        if (editor != null) {
            editor.show(value);
        }
    }

    /** What is shown now counts as where the user starts from. */
    void settled() {
        start = values();
        touched.clear();
        clear();
    }

    boolean dirty() {
        return editable && !values().equals(start);
    }

    /** The fields as they are; for a record that is there only those that differ from where the user started. */
    Map<String, @Nullable Object> changes() {
        Map<String, @Nullable Object> changes = values();
        if (shown != null) {
            changes.entrySet().removeIf(entry -> Objects.equals(entry.getValue(), start.get(entry.getKey())));
        }
        return changes;
    }

    String reason() {
        return reason.getValue();
    }

    private Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        editors.forEach((name, editor) -> values.put(name, editor.value()));
        return values;
    }

    private void changed(String field) {
        touched.add(field);
        clear();
        if (unreadable()) {
            return;
        }
        List<Issue> about = new ArrayList<>(edits.check(
                kind.name(), shown == null ? null : shown.externalId(), shown == null ? values() : changes()));
        about.removeIf(issue -> !issue.error() || !touched.contains(issue.field()));
        say(about);
    }

    /** Whether something was typed that cannot be read; says so at its field. */
    boolean unreadable() {
        boolean any = false;
        for (FieldEditor editor : editors.values()) {
            if (editor.unreadable()) {
                editor.say(getTranslation(
                        switch (editor.field().type()) {
                            case DATE_TIME -> "records.not-a-time";
                            case INTEGER -> "records.not-a-whole-number";
                            case TEXT -> "deal.split-incomplete";
                            default -> "amount.not-a-number";
                        }));
                any = true;
            }
        }
        return any;
    }

    private void clear() {
        editors.values().forEach(editor -> editor.say(null));
        reason.setInvalid(false);
        elsewhere.setVisible(false);
    }

    /** Says what is wrong: at its field, or below them all. */
    void refuse(List<Issue> issues) {
        clear();
        say(issues);
    }

    private void say(List<Issue> issues) {
        for (Issue issue : issues) {
            String sentence = Refused.sentence(issue);
            FieldEditor editor = editors.get(issue.field());
            if (issue.field().equals("why") && reason.isVisible()) {
                reason.setErrorMessage(sentence);
                reason.setInvalid(true);
                reason.focus();
            } else if (editor != null) {
                editor.say(sentence);
            } else {
                elsewhere.setText(sentence);
                elsewhere.setVisible(true);
            }
        }
    }
}
