package org.koploper.ui.records;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import java.util.function.Consumer;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordEdits;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRefused;
import org.koploper.records.RecordRow;
import org.koploper.records.Saved;
import org.koploper.ui.kit.ConfirmWithReason;

/** Removes a record after a question, with the reason where one is needed. */
final class Removal {

    private static final int LONGEST_REASON = 1_000;

    private Removal() {}

    /**
     * @param removed told what was removed
     * @param meanwhile told where somebody else changed the record since it was read: nothing was removed
     */
    static void ask(
            RecordKind kind,
            RecordRow row,
            RecordEdits edits,
            Consumer<Saved> removed,
            Consumer<RecordConflict> meanwhile) {
        ConfirmWithReason question = ConfirmWithReason.of("records.remove-title", "records.remove", row.label())
                .says(I18NProvider.translate("records.remove-text"))
                .destroys();
        if (!kind.byHand().explained().isEmpty()) {
            question.reason(I18NProvider.translate("records.reason"), LONGEST_REASON, true);
        }
        question.thenUnlessRefused(reason -> {
            try {
                removed.accept(edits.remove(kind.name(), row.externalId(), row.version(), reason));
                return Optional.empty();
            } catch (RecordRefused refused) {
                return Optional.of(Refused.sentence(refused.issues().getFirst()));
            } catch (RecordConflict conflict) {
                meanwhile.accept(conflict);
                return Optional.empty();
            }
        });
    }
}
