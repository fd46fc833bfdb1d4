package org.koploper.ui.kit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** Bars of one scale with their names and numbers: a drawing that is a table. */
public final class BarTable extends NativeTable {

    private static final int WIDTH = 1000;

    private final long widest;

    /**
     * @param widest what the whole width stands for, at least 1
     * @param heads of the names, the numbers and their parts
     */
    public BarTable(long widest, String... heads) {
        this.widest = Math.max(1, widest);
        addClassName("kp-funnel-bars");
        NativeTableRow row = getHead().addRow();
        for (int i = 0; i < heads.length; i++) {
            header(row, heads[i], "col").setClassName("kp-number", i > 0);
        }
    }

    /**
     * One more.
     *
     * @param look from 1 to 4
     * @param texts what stands beside it, such as the number and its part of all
     */
    public BarTable bar(String name, long count, int look, String... texts) {
        NativeTableRow row = getBody().addRow();
        Svg bar = new Svg(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d 10' preserveAspectRatio='none' aria-hidden='true'><rect class='kp-funnel-%d' width='%d' height='10'/></svg>"
                        .formatted(
                                WIDTH, look, count == 0 ? 0 : Math.max(3, Math.round((float) count * WIDTH / widest))));
        bar.addClassName("kp-funnel-bar");
        header(row, name, "row").add(bar);
        for (String text : texts) {
            NativeTableCell cell = row.addDataCell();
            cell.setText(text);
            cell.addClassName("kp-number");
        }
        return this;
    }

    private static NativeTableHeaderCell header(NativeTableRow row, String text, String scope) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
