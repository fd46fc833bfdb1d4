package org.koploper.ui.effort;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.EffortCounts;
import org.koploper.kpi.EffortRatio;
import org.koploper.kpi.EffortShare;

/** Calls, decision makers, and what came of these, as bars of one scale with their names and numbers: a drawing that is a table. */
class Funnel extends Div {

    private static final int WIDTH = 1000;

    private final NativeTable table = new NativeTable();
    private final int widest;

    Funnel(EffortCounts counts) {
        widest = Math.max(1, Math.max(counts.calls(), counts.decisionMakers()));
        addClassName("kp-funnel");
        NativeTableRow head = table.getHead().addRow();
        Cells.header(head, getTranslation("effort.step"), "col");
        Cells.header(head, getTranslation("effort.count"), "col").addClassName("kp-number");
        Cells.header(head, getTranslation("effort.part"), "col").addClassName("kp-number");
        bar("field.calls", counts.calls(), null, 1);
        bar("field.decisionMakers", counts.decisionMakers(), EffortRatio.REACHED.of(counts), 2);
        bar("field.meetings", counts.meetings(), ofReached(counts, counts.meetings()), 3);
        bar("field.callbacksShort", counts.callbacksShort(), ofReached(counts, counts.callbacksShort()), 4);
        bar("field.callbacksLong", counts.callbacksLong(), ofReached(counts, counts.callbacksLong()), 4);
        bar("field.other", counts.other(), ofReached(counts, counts.other()), 4);
        if (counts.unaccounted() > 0) {
            bar("effort.unaccounted", counts.unaccounted(), ofReached(counts, counts.unaccounted()), 4);
        }
        table.addClassName("kp-funnel-bars");
        add(new Paragraph(sentence(counts)), table);
    }

    private static EffortShare ofReached(EffortCounts counts, int part) {
        return new EffortShare(part, counts.decisionMakers());
    }

    private String sentence(EffortCounts counts) {
        return getTranslation(
                "effort.funnel",
                EffortWords.number(counts.calls()),
                EffortWords.number(counts.decisionMakers()),
                EffortWords.number(counts.meetings()),
                EffortWords.share(EffortRatio.MET.of(counts)));
    }

    private void bar(String name, int count, @Nullable EffortShare share, int look) {
        NativeTableRow row = table.getBody().addRow();
        Svg bar = new Svg(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d 10' preserveAspectRatio='none' aria-hidden='true'><rect class='kp-funnel-%d' width='%d' height='10'/></svg>"
                        .formatted(
                                WIDTH, look, count == 0 ? 0 : Math.max(3, Math.round((float) count * WIDTH / widest))));
        bar.addClassName("kp-funnel-bar");
        Cells.header(row, getTranslation(name), "row").add(bar);
        var number = row.addDataCell();
        number.setText(EffortWords.number(count));
        number.addClassName("kp-number");
        var part = row.addDataCell();
        part.setText(share == null ? "" : EffortWords.share(share));
        part.addClassName("kp-number");
    }
}
