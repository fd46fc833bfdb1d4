package org.koploper.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.koploper.intake.CellChange;
import org.koploper.intake.Import;
import org.koploper.intake.Imports;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** What differs from what is there, cell by cell: old, then new. */
class ChangeList extends Div {

    private static final int AT_ONCE = 50;

    private final Imports imports;
    private final long id;
    private final UnorderedList list = new UnorderedList();

    ChangeList(Imports imports, Import made, Clock clock) {
        this.imports = imports;
        this.id = made.id();
        list.addClassName("kp-problem-rows");
        if (!imports.changes(id, 0, 1).isEmpty()) {
            add(new H2(getTranslation("import.changes")), new ExportedList(list, () -> extract(made, clock)));
            more(0);
        }
    }

    private Extract<CellChange> extract(Import made, Clock clock) {
        return Extract.of(
                "changes",
                made.fileName(),
                List.of(),
                List.of(
                        ListColumn.<CellChange>number("row", "column.row", change -> BigDecimal.valueOf(change.row())),
                        ListColumn.<CellChange>text("record", "field.externalId", CellChange::externalId),
                        ListColumn.<CellChange>text(
                                "field", "column.field", change -> getTranslation("field." + change.field())),
                        ListColumn.<CellChange>text("before", "column.before", CellChange::before),
                        ListColumn.<CellChange>text("after", "column.after", CellChange::after)),
                (offset, limit) -> imports.changes(id, offset, limit),
                clock);
    }

    private void more(int from) {
        List<CellChange> portion = imports.changes(id, from, AT_ONCE);
        portion.forEach(change -> list.add(row(change)));
        if (portion.size() == AT_ONCE) {
            Button more = new Button(getTranslation("import.changes-more"));
            more.addClickListener(click -> {
                remove(more);
                more(from + AT_ONCE);
            });
            add(more);
        }
    }

    private ListItem row(CellChange change) {
        Span place = new Span(getTranslation(
                "import.change-place",
                Formats.here().number((int) change.row()),
                change.externalId(),
                getTranslation("field." + change.field())));
        place.addClassNames("kp-quiet", "kp-problem-place");
        return new ListItem(
                place, new Span(getTranslation("import.change", words(change.before()), words(change.after()))));
    }

    private String words(@org.jspecify.annotations.Nullable String value) {
        return value == null ? getTranslation("import.change-nothing") : value;
    }
}
