package org.koploper.ui.privacy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** A table of a few rows that is shown whole, and can leave the screen as every list can. */
final class SmallTable {

    private SmallTable() {}

    /** @param header translation key */
    record Heading<T>(String key, String header, Function<T, @Nullable String> text) {}

    static <T> ExportedList of(String name, String title, List<Heading<T>> headings, List<T> rows, Clock clock) {
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        headings.forEach(heading -> header(head, I18NProvider.translate(heading.header()), "col"));
        for (T row : rows) {
            NativeTableRow line = table.getBody().addRow();
            header(line, text(headings.getFirst(), row), "row");
            headings.stream().skip(1).forEach(heading -> line.addDataCell().setText(text(heading, row)));
        }
        Div scrolled = new Div(table);
        scrolled.addClassNames("kp-scroll", "kp-rights");
        scrolled.getElement().setAttribute("tabindex", "0");
        scrolled.getElement().setAttribute("role", "region");
        scrolled.getElement().setAttribute("aria-label", title);
        return new ExportedList(
                scrolled,
                () -> Extract.of(
                        name,
                        title,
                        headings.stream()
                                .map(heading -> ListColumn.text(heading.key(), heading.header(), heading.text()))
                                .toList(),
                        rows,
                        clock));
    }

    private static <T> String text(Heading<T> heading, T row) {
        String text = heading.text().apply(row);
        return text == null ? "" : text;
    }

    private static void header(NativeTableRow row, String text, String scope) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(text);
        cell.getElement().setAttribute("scope", scope);
    }
}
