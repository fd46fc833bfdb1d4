package org.koploper.ui.period;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.stream.Stream;
import org.koploper.access.Caller;
import org.koploper.access.Role;
import org.koploper.ui.palette.KnownItems;
import org.koploper.ui.palette.PaletteItem;
import org.springframework.stereotype.Component;

/** What finance may do with months, for the command palette. */
@Component
class PeriodActions implements KnownItems {

    @Override
    public Section section() {
        return Section.ACTIONS;
    }

    @Override
    public Stream<PaletteItem> all() {
        return Caller.now().has(Role.FINANCE)
                ? Stream.of(PaletteItem.to(
                        "close-month", I18NProvider.translate("periods.close-next"), null, PeriodsView.CLOSE))
                : Stream.empty();
    }
}
