package org.koploper.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;

/**
 * Somebody else saved what one is still typing at: who and when, both versions side by side, and three ways on. The form
 * below stays open with everything that was typed.
 */
public final class ConflictDialog extends Dialog {

    /**
     * @param what the object, by name
     * @param who the sentence that says who changed it and when
     * @param fields all fields of the form; shown are those that differ
     * @param reload fills the form with what is saved now
     * @param overwrite saves {@link Edited#merged()} of every field
     */
    public ConflictDialog(String what, String who, List<Edited<?>> fields, Runnable reload, Runnable overwrite) {
        setHeaderTitle(getTranslation("conflict.title", what));
        setCloseOnOutsideClick(false);
        addClassName("kp-dialog");
        add(new Paragraph(who));
        List<Edited<?>> differing = fields.stream().filter(Edited::differs).toList();
        if (differing.isEmpty()) {
            add(new Paragraph(getTranslation("conflict.same")));
        } else {
            Div scroll = new Div(table(differing));
            scroll.addClassName("kp-scroll");
            add(scroll, new Paragraph(getTranslation("conflict.choose")));
        }
        Button mine = button("conflict.overwrite", overwrite);
        mine.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(button("conflict.keep", () -> {}), button("conflict.reload", reload), mine);
    }

    private Button button(String key, Runnable work) {
        return new Button(getTranslation(key), click -> {
            if (isOpened()) {
                close();
                work.run();
            }
        });
    }

    private NativeTable table(List<Edited<?>> fields) {
        NativeTableHeader header = new NativeTableHeader(new NativeTableRow(
                heading("conflict.field", "col"), heading("conflict.yours", "col"), heading("conflict.theirs", "col")));
        NativeTableBody body = new NativeTableBody();
        for (Edited<?> field : fields) {
            NativeTableHeaderCell label = new NativeTableHeaderCell(field.label());
            label.getElement().setAttribute("scope", "row");
            NativeTableRow row = new NativeTableRow(label);
            row.add(
                    new NativeTableCell(orNothing(field.mineInWords())),
                    new NativeTableCell(orNothing(field.theirsInWords())));
            body.add(row);
        }
        return new NativeTable(header, body);
    }

    private NativeTableHeaderCell heading(String key, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation(key));
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static String orNothing(String words) {
        return words.isEmpty() ? "–" : words;
    }
}
