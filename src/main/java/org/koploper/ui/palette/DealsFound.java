package org.koploper.ui.palette;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.people.Reach;
import org.koploper.sales.DealDesk;
import org.koploper.sales.DealQuery;
import org.koploper.sales.DealRow;
import org.koploper.sales.DealView;
import org.koploper.ui.kit.DealTitles;
import org.springframework.stereotype.Component;

/** The deals that the user may see, each leading to the list of deals, or to its line on a statement. */
@Component
class DealsFound implements PaletteSource {

    private final DealDesk desk;
    private final Reach reach;

    DealsFound(DealDesk desk, Reach reach) {
        this.desk = desk;
        this.reach = reach;
    }

    @Override
    public Section section() {
        return Section.DEALS;
    }

    @Override
    public List<PaletteItem> find(String words, int most) {
        return desk.list(new DealQuery(words, null, null, 0, most, DealQuery.Sort.CLOSED_ON, true)).rows().stream()
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
        return Ways.first(Ways.with("deals", "q", id))
                .or(() -> line(deal))
                .or(() -> Ways.first(Ways.with("team", "q", id)))
                .map(address -> PaletteItem.to(id, DealTitles.of(deal), about, address));
    }

    /** On the statement of its owner, or on the own one where the deal is shared and the owner's pay is not to be seen. */
    private Optional<String> line(DealRow deal) {
        LocalDate closed = deal.closedOn();
        if (closed == null) {
            return Optional.empty();
        }
        PersonId owner = deal.owner().id();
        PersonId payee = reach.seesPay(owner) ? owner : Caller.now().self();
        return Ways.first(Ways.with("statements/" + payee + "/" + YearMonth.from(closed), "line", deal.externalId()));
    }
}
