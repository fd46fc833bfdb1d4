package org.koploper.ui.records;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRefused;
import org.koploper.records.RecordRow;
import org.koploper.records.Saved;
import org.koploper.ui.kit.FormDialog;

/** Removes a record, with the reason where one is needed. */
class RemoveDialog extends FormDialog {

    private final RecordKind kind;
    private final RecordRow row;
    private final RecordEdits edits;
    private final Consumer<Saved> removed;
    private final TextField reason = new TextField(getTranslation("records.reason"));
    private final Paragraph refusal = new Paragraph();

    RemoveDialog(RecordKind kind, RecordRow row, RecordEdits edits, Consumer<Saved> removed) {
        super("records.remove-title", "records.remove", row.label());
        this.kind = kind;
        this.row = row;
        this.edits = edits;
        this.removed = removed;
        reason.setMaxLength(1_000);
        reason.setVisible(!kind.byHand().explained().isEmpty());
        refusal.addClassName("kp-bad");
        refusal.getElement().setAttribute("role", "alert");
        ask(new Paragraph(getTranslation("records.remove-text")), reason, refusal);
    }

    @Override
    protected void submit() {
        try {
            Saved saved = edits.remove(kind.name(), row.externalId(), row.version(), reason.getValue());
            close();
            removed.accept(saved);
        } catch (RecordRefused refused) {
            refusal.setText(Refused.sentence(refused.issues().getFirst()));
        } catch (RecordConflict conflict) {
            refusal.setText(getTranslation("records.not-undone"));
        }
    }
}
