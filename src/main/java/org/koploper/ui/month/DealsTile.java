package org.koploper.ui.month;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.koploper.ledger.Statement;
import org.koploper.ledger.StatementLine;
import org.koploper.sales.DealRow;
import org.koploper.ui.kit.DealTitles;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Money;
import org.koploper.ui.kit.Tile;

/** The deals that brought most this month, each leading to its lines on the statement. */
class DealsTile extends Tile {

    private static final int MOST = 10;

    /** @param sold whether anything was ever sold, as far as is known */
    DealsTile(Statement statement, boolean sold, DealTitles titles) {
        super(I18NProvider.translate("month.deals"));
        addClassName("kp-two");
        Map<String, BigDecimal> deals = new LinkedHashMap<>();
        for (StatementLine line : statement.lines()) {
            if (line.deal() != null) {
                deals.merge(line.deal(), line.amount(), BigDecimal::add);
            }
        }
        if (deals.isEmpty()) {
            add(new Paragraph(getTranslation(
                    !sold
                            ? "month.first-deals"
                            : statement.plan() == null ? "month.deals-without-plan" : "month.no-deals")));
            return;
        }
        String address = "statements/" + statement.person().id() + "/" + statement.period();
        UnorderedList list = new UnorderedList();
        list.addClassName("kp-deals");
        deals.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.comparing(BigDecimal::abs))
                        .reversed())
                .limit(MOST)
                .forEach(deal -> {
                    Div words = new Div(new Anchor(
                            address + "?line=" + encoded(deal.getKey()), titles.of(deal.getKey(), getLocale())));
                    DealRow row = titles.deal(deal.getKey());
                    if (row != null) {
                        Span about = new Span(about(row));
                        about.addClassName("kp-quiet");
                        words.add(about);
                    }
                    words.addClassName("kp-cell");
                    list.add(new ListItem(words, new Money(deal.getValue(), statement.currency())));
                });
        add(list);
        if (deals.size() > MOST) {
            add(new Paragraph(new Anchor(address, getTranslation("month.all-deals", deals.size()))));
        }
    }

    /** What became of it, when, and for how much. */
    private static String about(DealRow deal) {
        Formats formats = Formats.here();
        List<String> parts = new ArrayList<>();
        parts.add(I18NProvider.translate("stage." + deal.stage().name().toLowerCase(Locale.ROOT)));
        if (deal.closedOn() != null) {
            parts.add(formats.date(deal.closedOn()));
        }
        if (deal.value() != null) {
            parts.add(formats.money(deal.value(), Currency.getInstance(deal.currency())));
        }
        return String.join(" · ", parts);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
