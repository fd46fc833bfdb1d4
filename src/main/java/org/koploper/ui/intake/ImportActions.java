package org.koploper.ui.intake;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.stream.Stream;
import org.koploper.ui.palette.KnownItems;
import org.koploper.ui.palette.PaletteItem;
import org.koploper.ui.palette.Ways;
import org.springframework.stereotype.Component;

/** To import a file, for the command palette. */
@Component
class ImportActions implements KnownItems {

    private static final String PLACE = "import";

    @Override
    public Section section() {
        return Section.ACTIONS;
    }

    @Override
    public Stream<PaletteItem> all() {
        return Ways.first(PLACE)
                .map(place -> PaletteItem.to(place, I18NProvider.translate("palette.import"), null, place))
                .stream();
    }
}
