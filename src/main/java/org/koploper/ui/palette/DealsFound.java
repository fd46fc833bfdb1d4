package org.koploper.ui.palette;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealQuery;
import org.koploper.sales.DealRow;
import org.koploper.sales.DealView;
import org.koploper.ui.kit.DealTitles;
import org.springframework.stereotype.Component;

/** The deals that the user may see, each opened on the list of deals. */
@Component
class DealsFound implements PaletteSource {

    private final DealDesk desk;

    DealsFound(DealDesk desk) {
        this.desk = desk;
    }

    @Override
    public Section section() {
        return Section.DEALS;
    }

    @Override
    public List<PaletteItem> find(String words, int most) {
        return desk.rows(new DealQuery(words, null, null, 0, most, DealQuery.Sort.CLOSED_ON, true)).stream()
                .flatMap(deal -> item(deal).stream())
                .toList();
    }

    @Override
    public Optional<PaletteItem> recall(String id) {
        return desk.find(id).map(DealView::row).flatMap(this::item);
    }

    private Optional<PaletteItem> item(DealRow deal) {
        String id = deal.externalId();
        String about = I18NProvider.translate(
                "palette.deal",
                deal.owner().name(),
                I18NProvider.translate("stage." + deal.stage().name().toLowerCase(Locale.ROOT)));
        // opened, it takes the focus itself
        return Ways.first(Ways.with("deals", "deal", id))
                .map(Location::new)
                .map(at -> new PaletteItem(
                        id,
                        DealTitles.of(deal),
                        about,
                        () -> UI.getCurrent().navigate(at.getPath(), at.getQueryParameters())));
    }
}
