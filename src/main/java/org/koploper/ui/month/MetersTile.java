package org.koploper.ui.month;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.OwnMeters;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** Four numbers, each with what it was computed from; where that is too little, it says so and shows what there is. */
class MetersTile extends Tile {

    private final Formats formats = Formats.here();
    private final OwnMeters meters;

    MetersTile(OwnMeters meters) {
        super(I18NProvider.translate("month.meters"));
        this.meters = meters;
        addClassName("kp-wide");
        DescriptionList list = new DescriptionList();
        list.addClassName("kp-meters");
        list.add(
                meter(
                        "month.meter.open",
                        formats.number((long) meters.openQuotes()),
                        getTranslation("month.meter.open-worth", money(meters.openValue()), formats.date(meters.on()))),
                meter(
                        "month.meter.order",
                        meters.averageOrder() == null ? null : money(meters.averageOrder()),
                        orders()),
                meter(
                        "month.meter.closing",
                        meters.closingRate() == null ? null : formats.percent(meters.closingRate()),
                        getTranslation("month.meter.closing-of", meters.won(), meters.decided())),
                meter(
                        "month.meter.cycle",
                        meters.cycleDays() == null
                                ? null
                                : getTranslation("month.meter.days", formats.number(meters.cycleDays())),
                        getTranslation("month.meter.cycle-of", meters.timed())));
        add(list, how());
    }

    private String orders() {
        BigDecimal orders = meters.orders().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return getTranslation("month.meter.order-of", money(meters.revenue()), formats.number(orders));
    }

    private Div meter(String key, @Nullable String value, String from) {
        Span figure = new Span(value == null ? getTranslation("month.meter.too-little") : value);
        figure.addClassName(value == null ? "kp-quiet" : "kp-meter-figure");
        Span basis = new Span(from);
        basis.addClassName("kp-quiet");
        Description description = new Description();
        description.add(figure, basis);
        return new Div(new Term(getTranslation(key)), description);
    }

    private NativeDetails how() {
        Div text = new Div();
        List.of("month.meters-open", "month.meters-order", "month.meters-closing", "month.meters-cycle")
                .forEach(key -> text.add(new Paragraph(getTranslation(key))));
        text.add(new Paragraph(getTranslation("month.meters-few", OwnMeters.FEWEST)));
        NativeDetails how =
                new NativeDetails(getTranslation("month.meters-how", formats.period(meters.period())), text);
        how.addClassName("kp-details");
        return how;
    }

    private String money(BigDecimal amount) {
        String currency = meters.currency();
        return currency == null ? formats.number(amount) : formats.wholeMoney(amount, Currency.getInstance(currency));
    }
}
