package org.koploper.ui.team;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Currency;
import java.util.Locale;
import org.koploper.sales.DealRow;
import org.koploper.sales.DealStage;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.Formats;

/** Deals in words. */
final class DealNames {

    private DealNames() {}

    /** Its name, or its id where it has none; with the customer where one is known. */
    static String of(DealRow deal) {
        String name = deal.name() == null ? deal.externalId() : deal.name();
        String customer = DealTitles.customerBeside(name, deal.customer());
        return customer == null ? name : name + " · " + customer;
    }

    static String value(DealRow deal) {
        return deal.value() == null ? "–" : Formats.here().money(deal.value(), Currency.getInstance(deal.currency()));
    }

    static String stage(DealStage stage) {
        return I18NProvider.translate("stage." + stage.name().toLowerCase(Locale.ROOT));
    }
}
