package org.koploper.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.koploper.ui.kit.Formats;

/** The rows as a plain table that paper can break between rows; seen in print only, where it stands for the list. */
final class PrintTable<T> extends Div {

    PrintTable(Extract<T> extract) {
        addClassName("kp-print");
        List<T> rows = extract.first();
        extract.facts().forEach(fact -> add(new Paragraph(fact.name() + ": " + fact.value())));
        List<ListColumn<T>> columns = extract.shownColumns();
        NativeTableHeader head = new NativeTableHeader();
        NativeTableRow titles = head.addRow();
        columns.forEach(column -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(column.headerText());
            end(column, cell);
            titles.add(cell);
        });
        NativeTableBody body = new NativeTableBody();
        rows.stream().limit(Extract.SHORT).forEach(row -> {
            NativeTableRow line = body.addRow();
            columns.forEach(column -> {
                NativeTableCell cell = new NativeTableCell(column.textOf(row));
                end(column, cell);
                line.add(cell);
            });
            Component detail = extract.detailOf(row);
            if (detail != null) {
                NativeTableCell wide = new NativeTableCell(detail);
                wide.setColspan(columns.size());
                NativeTableRow below = body.addRow();
                below.addClassName("kp-print-detail");
                below.add(wide);
            }
        });
        NativeTable table = new NativeTable();
        table.add(head, body);
        add(table);
        if (rows.size() > Extract.SHORT) {
            add(new Paragraph(getTranslation("print.first", Formats.here().number(Extract.SHORT))));
        }
    }

    private void end(ListColumn<T> column, Component cell) {
        if (column.isAtEnd()) {
            cell.getElement().getClassList().add("kp-number");
        }
    }
}
