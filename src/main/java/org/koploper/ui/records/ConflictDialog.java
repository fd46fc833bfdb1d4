package org.koploper.ui.records;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.records.Field;
import org.koploper.records.RecordConflict;
import org.koploper.records.RecordKind;
import org.koploper.records.RecordRef;
import org.koploper.records.RecordRow;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.OneDialog;

/** Somebody else changed the record meanwhile: says who, when and what, and lets the user choose. */
class ConflictDialog extends Dialog {

    /**
     * @param was the record as the user read it
     * @param mine what the user changed, by field
     * @param theirs told to show the record as it is now
     * @param keep told to save the user's changes on top of it
     */
    ConflictDialog(
            RecordKind kind,
            RecordRow was,
            RecordConflict conflict,
            Map<String, @Nullable Object> mine,
            Clock clock,
            Runnable theirs,
            Runnable keep) {
        setHeaderTitle(getTranslation("records.conflict-title"));
        addClassName("kp-dialog");
        add(new Paragraph(
                conflict.by() == null || conflict.at() == null
                        ? getTranslation("records.conflict-somehow")
                        : getTranslation(
                                "records.conflict-by",
                                conflict.by(),
                                Formats.here().moment(conflict.at(), clock.getZone(), LocalDate.now(clock)))));
        RecordRow now = conflict.now() == null ? null : conflict.now().row();
        if (now != null) {
            DescriptionList list = new DescriptionList();
            for (Field field : kind.fields()) {
                Object before = was.values().get(field.name());
                Object other = now.values().get(field.name());
                boolean own = mine.containsKey(field.name());
                if (own || !java.util.Objects.equals(before, other)) {
                    list.add(
                            new DescriptionList.Term(RecordWords.field(field)),
                            said("records.conflict-was", kind, field, before, was),
                            said("records.conflict-now", kind, field, other, now));
                    if (own) {
                        list.add(said("records.conflict-mine", kind, field, mine.get(field.name()), now));
                    }
                }
            }
            add(list);
        }
        Button take = new Button(getTranslation("records.conflict-theirs"), click -> {
            close();
            theirs.run();
        });
        Button save = new Button(getTranslation("records.conflict-keep"), click -> {
            close();
            keep.run();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setVisible(now != null);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), take, save);
    }

    private DescriptionList.Description said(
            String key, RecordKind kind, Field field, @Nullable Object value, RecordRow row) {
        String words = RecordWords.value(kind, field, value, row.values().get("currency"));
        // the user's own choice is known by its number only; where it is the other's too, by name
        if (value instanceof String id
                && row.values().get(field.name()) instanceof RecordRef ref
                && ref.externalId().equals(id)) {
            words = ref.label();
        }
        return new DescriptionList.Description(getTranslation(key, words.isEmpty() ? "–" : words));
    }

    /** Opens it, unless one of its kind is open already. */
    @Override
    public void open() {
        if (OneDialog.claim(this)) {
            super.open();
        }
    }
}
