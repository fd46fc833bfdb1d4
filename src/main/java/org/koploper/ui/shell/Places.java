package org.koploper.ui.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.stream.Stream;
import org.koploper.access.Caller;
import org.koploper.ui.palette.KnownItems;
import org.koploper.ui.palette.PaletteItem;
import org.springframework.stereotype.Component;

/** The places of the menu, for the command palette. */
@Component
class Places implements KnownItems {

    @Override
    public Section section() {
        return Section.GO;
    }

    @Override
    public Stream<PaletteItem> all() {
        return Destination.of(Caller.now()).stream()
                .map(place -> PaletteItem.to(
                        place.name(),
                        I18NProvider.translate(place.key()),
                        I18NProvider.translate(place.group().key()),
                        place.path()));
    }
}
