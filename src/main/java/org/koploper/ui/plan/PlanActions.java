package org.koploper.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.stream.Stream;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.ui.palette.KnownItems;
import org.koploper.ui.palette.PaletteItem;
import org.springframework.stereotype.Component;

/** What finance may do with plans, for the command palette. */
@Component
class PlanActions implements KnownItems {

    @Override
    public Section section() {
        return Section.ACTIONS;
    }

    @Override
    public Stream<PaletteItem> all() {
        return Caller.now().has(Role.FINANCE)
                ? Stream.of(PaletteItem.to("new-plan", I18NProvider.translate("plans.new"), null, PlansView.NEW))
                : Stream.empty();
    }
}
