package org.koploper.ui.month;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.koploper.kpi.OwnMeters;
import org.koploper.ui.kit.MeterKpis;
import org.koploper.ui.kit.Tile;

/** Four numbers, each with what it was computed from; where that is too little, it says so and shows what there is. */
class MetersTile extends Tile {

    /** @param course the last one is that of this month */
    MetersTile(List<OwnMeters> course) {
        super(
                I18NProvider.translate("month.meters"),
                new MeterKpis(course),
                new Anchor("team/numbers", I18NProvider.translate("month.meters-more")));
        addClassName("kp-wide");
    }
}
