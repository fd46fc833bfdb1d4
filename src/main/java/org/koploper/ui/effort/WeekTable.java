package org.koploper.ui.effort;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Effort;
import org.koploper.kpi.EffortCounts;
import org.koploper.kpi.EffortWeek;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** Each week with its counts and ratios, the newest first; below them all weeks together, and how far that may be from the truth. */
class WeekTable extends Div {

    /** @param edit where a week can be written down, by its Monday; null where it is not the reader's own */
    WeekTable(Effort effort, @Nullable Function<LocalDate, String> edit) {
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        Cells.header(head, getTranslation("effort.week"), "col");
        Cells.heads(head);
        for (EffortWeek week : effort.weeks().reversed()) {
            NativeTableRow row = table.getBody().addRow();
            Cells.header(row, "", "row").add(name(week, edit));
            Cells.cells(row, week.counts());
        }
        EffortCounts totals = effort.totals();
        NativeTableRow together = table.getFoot().addRow();
        Cells.header(together, getTranslation("effort.together"), "row");
        Cells.cells(together, totals);
        Cells.intervals(table.getFoot().addRow(), totals);
        add(Cells.scrolled(table, getTranslation("effort.weeks")));
    }

    private static Component[] name(EffortWeek week, @Nullable Function<LocalDate, String> edit) {
        String name = EffortWords.week(week.monday());
        Component said = edit == null ? new Span(name) : new Anchor(edit.apply(week.monday()), name);
        Span wrong = Cells.unaccounted(week.counts());
        return wrong == null ? new Component[] {said} : new Component[] {said, wrong};
    }

    /** The same as a file. */
    static Extract<EffortWeek> extract(Effort effort, String title, Clock clock) {
        return Extract.of(
                "effort",
                title,
                Cells.columns(ListColumn.day("week", "effort.monday", EffortWeek::monday), EffortWeek::counts),
                List.copyOf(effort.weeks().reversed()),
                clock);
    }
}
