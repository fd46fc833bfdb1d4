package org.koploper.ui.commercial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Reading;
import org.koploper.kpi.Sizes;
import org.koploper.kpi.Sizes.OfPerson;
import org.koploper.ui.chart.AnalysisChart;
import org.koploper.ui.chart.Distribution;
import org.koploper.ui.chart.Unit;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Kpi;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** How large orders are: in the middle, on average, and how they spread, person by person. */
class SizesTile extends Tile {

    /** More boxes beside each other are no picture any more. */
    private static final int MOST_DRAWN = 12;

    private static final int MOST_LISTED = 50;

    private final Sizes sizes;
    private final Map<String, Reading> means;
    private final ReadingWords words;

    /**
     * @param ofAll the mean of all orders, and what is left of them
     * @param means of each whom the reader may see, by external id
     */
    SizesTile(Sizes sizes, List<Reading> ofAll, Map<String, Reading> means, String about, Clock clock) {
        super(I18NProvider.translate("commercial.sizes"));
        this.sizes = sizes;
        this.means = means;
        this.words = new ReadingWords(sizes.currency());
        addClassName("kp-wide");
        if (sizes.median() == null) {
            add(new Paragraph(getTranslation("commercial.no-orders")));
            return;
        }
        add(
                Kpi.list(Stream.concat(Stream.of(median()), ofAll.stream().map(words::card))
                        .toArray(Kpi[]::new)),
                AnalysisChart.of(
                        new AnalysisChart.Words("order-sizes", about, sentence()), distribution(), unit(), clock));
        if (sizes.each().size() > MOST_DRAWN) {
            add(new Paragraph(getTranslation("commercial.most-orders", MOST_DRAWN)));
        }
        add(new ExportedList(table(), () -> extract(about, clock)));
    }

    private Kpi median() {
        Kpi median = new Kpi(getTranslation("commercial.median"), words.money(sizes.median()), null)
                .from(getTranslation(
                        sizes.latestOnly() ? "commercial.latest-orders" : "commercial.orders-counted",
                        words.number(BigDecimal.valueOf(sizes.count()))));
        return median.means(List.of(getTranslation("commercial.median-means")));
    }

    private String sentence() {
        String half = getTranslation("commercial.half", words.money(sizes.median()));
        if (sizes.each().size() < 2) {
            return half;
        }
        if (sizes.between() == null) {
            return half + " " + getTranslation("commercial.sizes-too-little", Sizes.FEWEST);
        }
        if (!sizes.between().differ()) {
            return half + " " + getTranslation("commercial.sizes-alike");
        }
        Comparator<OfPerson> byMedian = Comparator.comparing(OfPerson::median);
        List<OfPerson> enough = sizes.each().stream()
                .filter(one -> one.values().size() >= Sizes.FEWEST)
                .sorted(byMedian)
                .toList();
        OfPerson least = enough.getFirst();
        OfPerson most = enough.getLast();
        return half + " "
                + getTranslation(
                        "commercial.sizes-differ",
                        words.money(least.median()),
                        least.person().name(),
                        words.money(most.median()),
                        most.person().name());
    }

    private Distribution distribution() {
        return new Distribution(sizes.each().stream()
                .limit(MOST_DRAWN)
                .map(one -> new Distribution.Group(
                        one.person().name(),
                        one.values().stream()
                                .map(value -> new Distribution.Dot(null, value))
                                .toList()))
                .toList());
    }

    private Unit unit() {
        return Unit.money(currency());
    }

    private @Nullable Currency currency() {
        return sizes.currency() == null ? null : Currency.getInstance(sizes.currency());
    }

    private Component table() {
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        columns().forEach(column -> {
            var cell = head.addHeaderCell();
            cell.setText(column);
            cell.getElement().setAttribute("scope", "col");
            if (!column.equals(columns().getFirst())) {
                cell.addClassName("kp-number");
            }
        });
        sizes.each().stream().limit(MOST_LISTED).forEach(one -> row(table, one));
        Div scrolled = new Div(table);
        scrolled.addClassNames("kp-scroll", "kp-sticky");
        scrolled.getElement().setAttribute("tabindex", "0");
        scrolled.getElement().setAttribute("role", "group");
        scrolled.getElement().setAttribute("aria-label", getTranslation("commercial.sizes"));
        return scrolled;
    }

    private List<String> columns() {
        return List.of(
                getTranslation("column.person"),
                getTranslation("commercial.orders"),
                getTranslation("commercial.median"),
                getTranslation("commercial.mean"),
                getTranslation("commercial.smallest"),
                getTranslation("commercial.largest"));
    }

    private void row(NativeTable table, OfPerson one) {
        NativeTableRow row = table.getBody().addRow();
        var name = row.addHeaderCell();
        name.setText(one.person().name());
        name.getElement().setAttribute("scope", "row");
        for (String text : List.of(
                Formats.here().number((long) one.values().size()),
                words.money(one.median()),
                words.money(mean(one)),
                words.money(one.values().getFirst()),
                words.money(one.values().getLast()))) {
            var cell = row.addDataCell();
            cell.setText(text);
            cell.addClassName("kp-number");
        }
    }

    private @Nullable BigDecimal mean(OfPerson one) {
        Reading reading = means.get(one.person().externalId());
        return reading == null ? null : reading.value();
    }

    private Extract<OfPerson> extract(String about, Clock clock) {
        return Extract.of(
                "commercial-order-sizes",
                about,
                List.of(
                        ListColumn.text(
                                "person", "column.person", one -> one.person().name()),
                        ListColumn.number(
                                "orders",
                                "commercial.orders",
                                one -> BigDecimal.valueOf(one.values().size())),
                        ListColumn.money("median", "commercial.median", one -> cents(one.median()), one -> currency()),
                        ListColumn.money("mean", "commercial.mean", one -> cents(mean(one)), one -> currency()),
                        ListColumn.money(
                                "smallest",
                                "commercial.smallest",
                                one -> cents(one.values().getFirst()),
                                one -> currency()),
                        ListColumn.money(
                                "largest",
                                "commercial.largest",
                                one -> cents(one.values().getLast()),
                                one -> currency())),
                sizes.each(),
                clock);
    }

    private static @Nullable BigDecimal cents(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
    }
}
