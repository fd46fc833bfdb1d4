package org.koploper.ui.effort;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.EffortCounts;
import org.koploper.kpi.EffortRatio;
import org.koploper.kpi.EffortShare;
import org.koploper.ui.kit.BarTable;

/** Calls, decision makers, and what came of these, as bars of one scale with their names and numbers: a drawing that is a table. */
class Funnel extends Div {

    private final BarTable table;

    Funnel(EffortCounts counts) {
        addClassName("kp-funnel");
        table = new BarTable(
                Math.max(counts.calls(), counts.decisionMakers()),
                getTranslation("effort.step"),
                getTranslation("effort.count"),
                getTranslation("effort.part"));
        bar("field.calls", counts.calls(), null, 1);
        bar("field.decisionMakers", counts.decisionMakers(), EffortRatio.REACHED.of(counts), 2);
        bar("field.meetings", counts.meetings(), ofReached(counts, counts.meetings()), 3);
        bar("field.callbacksShort", counts.callbacksShort(), ofReached(counts, counts.callbacksShort()), 4);
        bar("field.callbacksLong", counts.callbacksLong(), ofReached(counts, counts.callbacksLong()), 4);
        bar("field.other", counts.other(), ofReached(counts, counts.other()), 4);
        if (counts.unaccounted() > 0) {
            bar("effort.unaccounted", counts.unaccounted(), ofReached(counts, counts.unaccounted()), 4);
        }
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
        table.bar(
                getTranslation(name),
                count,
                look,
                EffortWords.number(count),
                share == null ? "" : EffortWords.share(share));
    }
}
