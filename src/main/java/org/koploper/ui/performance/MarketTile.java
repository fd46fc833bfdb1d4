package org.koploper.ui.performance;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.MarketShare;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** What part of each market is the own, year by year, and where the size of the market is known from. */
class MarketTile extends Tile {

    private final ReadingWords words;

    /** @param kinds kinds of records that the reader may see */
    MarketTile(List<MarketShare> shares, ReadingWords words, Set<String> kinds, Clock clock) {
        super(I18NProvider.translate("performance.market"));
        this.words = words;
        addClassName("kp-wide");
        Paragraph about = new Paragraph(getTranslation("performance.market-text"));
        about.addClassName("kp-quiet");
        add(about);
        if (shares.isEmpty()) {
            add(new Paragraph(getTranslation("performance.market-none")));
        } else {
            add(new ExportedList(table(shares), () -> extract(shares, clock)));
        }
        if (kinds.contains("market-sizes")) {
            add(new Anchor("records/market-sizes", getTranslation("performance.market-sizes")));
        }
    }

    private Div table(List<MarketShare> shares) {
        NativeTable table = new NativeTable();
        table.addClassName("kp-table");
        NativeTableRow head = table.getHead().addRow();
        header(head, "performance.year", "col", false);
        header(head, "field.segment", "col", false);
        header(head, "kpi.market-share", "col", true);
        header(head, "kpi.revenue", "col", true);
        header(head, "performance.market-size", "col", true);
        header(head, "field.source", "col", false);
        for (MarketShare share : shares) {
            NativeTableRow row = table.getBody().addRow();
            NativeTableHeaderCell year = row.addHeaderCell();
            year.setText(String.valueOf(share.year()));
            year.getElement().setAttribute("scope", "row");
            row.addDataCell().setText(segment(share));
            number(row, said(share));
            number(row, words.money(share.share().numerator()));
            number(row, Formats.here().wholeMoney(share.market(), Currency.getInstance(share.currency())));
            row.addDataCell().setText(share.source());
        }
        Div scrolled = new Div(table);
        scrolled.addClassNames("kp-scroll", "kp-sticky");
        scrolled.getElement().setAttribute("tabindex", "0");
        scrolled.getElement().setAttribute("role", "group");
        scrolled.getElement().setAttribute("aria-label", getTranslation("performance.market"));
        return scrolled;
    }

    private String segment(MarketShare share) {
        return share.segment() == null ? getTranslation("performance.whole-market") : share.segment();
    }

    private String said(MarketShare share) {
        String value = words.figure(share.share());
        return value == null ? ReadingWords.reason(share.share()).orElse("–") : value;
    }

    private void header(NativeTableRow row, String key, String scope, boolean number) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(getTranslation(key));
        cell.getElement().setAttribute("scope", scope);
        cell.setClassName("kp-number", number);
    }

    private static void number(NativeTableRow row, String text) {
        NativeTableCell cell = row.addDataCell();
        cell.setText(text);
        cell.addClassName("kp-number");
    }

    private Extract<MarketShare> extract(List<MarketShare> shares, Clock clock) {
        return Extract.of(
                "market-share",
                getTranslation("performance.market"),
                List.of(
                        ListColumn.<MarketShare>number(
                                "year", "performance.year", share -> BigDecimal.valueOf(share.year())),
                        ListColumn.<MarketShare>text("segment", "field.segment", this::segment),
                        ListColumn.<MarketShare>share(
                                "share",
                                "kpi.market-share",
                                share -> rounded(share.share().value())),
                        ListColumn.<MarketShare>number(
                                "revenue", "kpi.revenue", share -> share.share().numerator()),
                        ListColumn.<MarketShare>money(
                                "market",
                                "performance.market-size",
                                MarketShare::market,
                                share -> Currency.getInstance(share.currency())),
                        ListColumn.<MarketShare>text("source", "field.source", MarketShare::source)),
                shares,
                clock);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal share) {
        return share == null ? null : share.setScale(4, RoundingMode.HALF_UP);
    }
}
