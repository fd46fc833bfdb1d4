package org.koploper.ui.commercial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Conversion;
import org.koploper.kpi.Leak;
import org.koploper.kpi.Reading;
import org.koploper.kpi.Thermometers.Readout;
import org.koploper.statistics.Proportion;
import org.koploper.ui.kit.BarTable;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Kpi;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** A thermometer at every step from lead to order, and the one where too many are lost. */
class FunnelTile extends Tile {

    private final ReadingWords words = new ReadingWords(null);
    private final Readout readout;

    /**
     * @param about whose numbers, and of when, for files
     * @param sources the query of the address of the same by source
     */
    FunnelTile(Readout readout, String about, String sources, Clock clock) {
        super(I18NProvider.translate("commercial.funnel"));
        this.readout = readout;
        addClassName("kp-wide");
        boolean nothing = readout.leads().n() == null || readout.leads().n().signum() == 0;
        Div list = new Div(nothing ? new Paragraph(getTranslation("commercial.no-leads")) : bars(), cards());
        add(
                verdict(),
                new ExportedList(list, () -> extract(about, clock)),
                new Anchor(FunnelView.SCREEN + "?" + sources, getTranslation("funnel.link")));
    }

    private Component verdict() {
        Leak leak = readout.leak();
        Div verdict = new Div();
        verdict.addClassName("kp-outcome");
        verdict.add(
                switch (leak.finding()) {
                    case LOSES -> new StatusBadge("commercial.leaks", StatusBadge.Tone.WARN);
                    case NO_DIFFERENCE -> new StatusBadge("commercial.no-leak", StatusBadge.Tone.NEUTRAL);
                    case TOO_LITTLE -> new StatusBadge("commercial.too-little", StatusBadge.Tone.NEUTRAL);
                });
        verdict.add(new Paragraph(sentence(leak)));
        if (readout.young()
                && readout.leads().n() != null
                && readout.leads().n().signum() > 0) {
            Paragraph young = new Paragraph(getTranslation("commercial.young"));
            young.addClassName("kp-quiet");
            verdict.add(young);
        }
        return verdict;
    }

    private String sentence(Leak leak) {
        if (leak.step() == null || leak.rates() == null) {
            return getTranslation(
                    leak.finding() == Leak.Finding.TOO_LITTLE ? "commercial.leak-too-little" : "commercial.leak-none");
        }
        return getTranslation(
                leak.against() == Leak.Against.BEFORE ? "commercial.leak-before" : "commercial.leak-rest",
                ReadingWords.name(leak.step()),
                share(leak.rates().first()),
                share(leak.rates().second()));
    }

    private String share(Proportion rate) {
        return words.share(
                BigDecimal.valueOf(rate.rate()), BigDecimal.valueOf(rate.hits()), BigDecimal.valueOf(rate.of()));
    }

    private BarTable bars() {
        Reading met = readout.of(org.koploper.kpi.Kpi.LEAD_TO_APPOINTMENT).now();
        Reading sold = readout.of(org.koploper.kpi.Kpi.LEAD_TO_SALE).now();
        BarTable bars = new BarTable(
                count(readout.leads().n()),
                getTranslation("effort.step"),
                getTranslation("effort.count"),
                getTranslation("commercial.of-leads"));
        bar(bars, "commercial.leads", count(readout.leads().n()), "", 1);
        bar(bars, "commercial.appointments", count(met.numerator()), words.both(met), 2);
        bar(bars, "commercial.sales", count(sold.numerator()), words.both(sold), 3);
        return bars;
    }

    private void bar(BarTable bars, String step, long count, String part, int look) {
        bars.bar(getTranslation(step), count, look, Formats.here().number(count), part);
    }

    private static long count(@Nullable BigDecimal number) {
        return number == null ? 0 : number.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private Component cards() {
        return Kpi.list(readout.steps().stream().map(this::card).toArray(Kpi[]::new));
    }

    private Kpi card(Conversion step) {
        Kpi card = words.card(step.now()).from(getTranslation("commercial.before", words.both(step.before())));
        Conversion.Rest rest = step.rest();
        if (rest != null && rest.whole().signum() > 0) {
            BigDecimal rate = rest.rate();
            card.from(getTranslation(
                    "commercial.rest",
                    rate == null ? words.of(rest.part(), rest.whole()) : words.share(rate, rest.part(), rest.whole())));
        }
        return card;
    }

    private Extract<Conversion> extract(String about, Clock clock) {
        return Extract.of(
                "commercial-funnel",
                about,
                List.of(
                        ListColumn.text(
                                "step",
                                "effort.step",
                                step -> ReadingWords.name(step.now().kpi())),
                        ListColumn.number(
                                "part", "commercial.went-on", step -> step.now().numerator()),
                        ListColumn.number(
                                "whole",
                                "commercial.stood-there",
                                step -> step.now().denominator()),
                        ListColumn.share(
                                "rate",
                                "commercial.rate",
                                step -> rounded(step.now().value())),
                        ListColumn.share(
                                "before",
                                "commercial.rate-before",
                                step -> rounded(step.before().value())),
                        ListColumn.share(
                                "rest",
                                "commercial.rate-rest",
                                step -> step.rest() == null
                                        ? null
                                        : rounded(step.rest().rate()))),
                readout.steps(),
                clock);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal rate) {
        return rate == null ? null : rate.setScale(4, RoundingMode.HALF_UP);
    }
}
