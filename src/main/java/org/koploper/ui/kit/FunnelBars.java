package org.koploper.ui.kit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** Steps that each fewer pass, as bars of one scale with their names and numbers: a drawing that is a table. */
public class FunnelBars extends NativeTable {

    private static final int WIDTH = 1000;

    /** What is still to be seen of a few beside many. */
    private static final int LEAST = 3;

    private final long widest;

    /**
     * @param widest count of the widest bar
     * @param step heading of the names
     * @param count heading of the counts
     * @param part heading of the parts
     */
    public FunnelBars(long widest, String step, String count, String part) {
        this.widest = Math.max(1, widest);
        addClassName("kp-funnel-bars");
        NativeTableRow head = getHead().addRow();
        header(head, step, "col");
        header(head, count, "col").addClassName("kp-number");
        header(head, part, "col").addClassName("kp-number");
    }

    /**
     * One step.
     *
     * @param part which part of an earlier step that is; empty for none
     * @param look 1 to 4, the last for what leads nowhere
     */
    public void bar(String name, long count, String part, int look) {
        NativeTableRow row = getBody().addRow();
        Svg bar = new Svg(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d 10' preserveAspectRatio='none' aria-hidden='true'><rect class='kp-funnel-%d' width='%d' height='10'/></svg>"
                        .formatted(
                                WIDTH,
                                look,
                                count == 0 ? 0 : Math.max(LEAST, Math.round((float) count * WIDTH / widest))));
        bar.addClassName("kp-funnel-bar");
        header(row, name, "row").add(bar);
        number(row, Formats.here().number(count));
        number(row, part);
    }

    private static NativeTableHeaderCell header(NativeTableRow row, String text, String scope) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static void number(NativeTableRow row, String text) {
        NativeTableCell cell = row.addDataCell();
        cell.setText(text);
        cell.addClassName("kp-number");
    }
}
