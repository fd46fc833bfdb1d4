package org.koploper.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.audit.Trail;

/**
 * Somebody else saved what one is still typing at: who and when, the difference field by field, and the ways on. The form
 * below stays open with everything that was typed, until the user chooses.
 */
public final class ConflictDialog extends Dialog {

    /**
     * @param what the object, by name
     * @param who the sentence that says who changed it and when: {@link #who}
     * @param fields all fields of the form; shown are those that somebody changed
     * @param loadAgain brings the form to what is saved now
     * @param keepMine saves {@link Edited#merged()} of every field; null where that makes no sense any more
     */
    public ConflictDialog(
            String what, String who, List<Edited<?>> fields, Runnable loadAgain, @Nullable Runnable keepMine) {
        this(what, who);
        List<Edited<?>> changed = fields.stream().filter(Edited::changed).toList();
        if (changed.stream().noneMatch(Edited::differs)) {
            add(new Paragraph(getTranslation("conflict.same")));
        }
        if (!changed.isEmpty()) {
            NativeDetails difference =
                    new NativeDetails(new Span(getTranslation("conflict.difference", changed.size())), table(changed));
            difference.addClassName("kp-details");
            difference.setOpen(true);
            add(difference);
        }
        getFooter().add(button("conflict.keep", () -> {}), button("conflict.load-again", loadAgain));
        if (keepMine != null) {
            add(new Paragraph(getTranslation("conflict.choose")));
            Button mine = button("conflict.keep-mine", keepMine);
            mine.addThemeVariants(ButtonVariant.PRIMARY);
            getFooter().add(mine);
        }
    }

    private ConflictDialog(String what, String who) {
        setHeaderTitle(getTranslation("conflict.title", what));
        setCloseOnOutsideClick(false);
        addClassNames("kp-dialog", "kp-conflict");
        add(new Paragraph(who));
    }

    /** For what is not there any more, or may no longer be changed: what was typed stays, to be copied elsewhere. */
    public static ConflictDialog gone(String what) {
        ConflictDialog dialog = new ConflictDialog(what, I18NProvider.translate("conflict.gone"));
        dialog.getFooter().add(dialog.button("conflict.keep", () -> {}));
        return dialog;
    }

    /** Who changed it and when, as a sentence; empty where no person did, or none is known. */
    public static String who(Optional<Trail.Last> last, Clock clock) {
        return last.map(change -> I18NProvider.translate(
                        "conflict.who",
                        change.actor(),
                        Formats.here().moment(change.at(), clock.getZone(), LocalDate.now(clock))))
                .orElseGet(() -> I18NProvider.translate("conflict.who-unknown"));
    }

    /** Opens it, unless one of its kind is open already. */
    @Override
    public void open() {
        if (OneDialog.claim(this)) {
            super.open();
        }
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
        NativeTableRow heading = new NativeTableRow();
        Stream.of("conflict.field", "conflict.before", "conflict.theirs", "conflict.yours")
                .map(key -> heading(getTranslation(key), "col"))
                .forEach(heading::add);
        NativeTableBody body = new NativeTableBody();
        for (Edited<?> field : fields) {
            NativeTableRow row = new NativeTableRow(heading(field.label(), "row"));
            row.add(cell(field.beforeInWords()), cell(field.theirsInWords()), cell(field.mineInWords()));
            body.add(row);
        }
        NativeTable table = new NativeTable(new NativeTableHeader(heading), body);
        table.addClassName("kp-table");
        return table;
    }

    private static NativeTableHeaderCell heading(String words, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static NativeTableCell cell(String words) {
        return new NativeTableCell(words.isEmpty() ? "–" : words);
    }
}
