package org.koploper.ui.admin;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.stream.Stream;
import org.koploper.access.Caller;
import org.koploper.ui.palette.KnownItems;
import org.koploper.ui.palette.PaletteItem;
import org.springframework.stereotype.Component;

/** The places of administration that are not in the menu, for the command palette. */
@Component
class AdminPlaces implements KnownItems {

    @Override
    public Section section() {
        return Section.GO;
    }

    @Override
    public Stream<PaletteItem> all() {
        return AdminPlace.of(Caller.now()).stream()
                .filter(place -> place.path().startsWith("admin/"))
                .map(place -> PaletteItem.to(
                        place.path(),
                        I18NProvider.translate(place.key()),
                        I18NProvider.translate("menu.group.administration"),
                        place.path()));
    }
}
