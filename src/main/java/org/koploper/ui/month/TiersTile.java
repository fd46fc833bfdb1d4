package org.koploper.ui.month;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.koploper.commission.TierStand;
import org.koploper.ui.kit.TierRail;
import org.koploper.ui.kit.Tile;

/** Where one stands on the tiers of the own plan, component by component. */
class TiersTile extends Tile {

    TiersTile(List<TierStand> stands) {
        super(I18NProvider.translate("month.tiers"));
        addClassName("kp-wide");
        if (stands.isEmpty()) {
            add(new Paragraph(getTranslation("month.tiers-none")));
        }
        for (TierStand stand : stands) {
            if (stands.size() > 1) {
                add(new H3(stand.component()));
            }
            add(new TierRail(stand));
        }
    }
}
