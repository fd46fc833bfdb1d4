package org.koploper.ui.commercial;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.Leak;
import org.koploper.kpi.SourceFunnel;
import org.koploper.kpi.SourceFunnels.Readout;
import org.koploper.statistics.Proportion;
import org.koploper.ui.kit.BarTable;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.StatusBadge;
import org.koploper.ui.kit.Tile;

/** All sources together, step by step, and where leads of one source go on less often than those of the others. */
class SourcesTile extends Tile {

    /** What is explained in one sentence, and the sentence. */
    private static final Map<String, String> TERMS = terms(
            "field.source", "funnel.means-source",
            "commercial.leads", "funnel.means-leads",
            "funnel.qualified", "funnel.means-qualified",
            "commercial.appointments", "funnel.means-appointments",
            "funnel.quotes", "funnel.means-quotes",
            "commercial.sales", "funnel.means-sales",
            "funnel.range", "funnel.means-range",
            "kpi.revenue", "funnel.means-revenue",
            "funnel.costs", "funnel.means-costs");

    private final ReadingWords words;
    private final Readout readout;

    SourcesTile(Readout readout) {
        super(I18NProvider.translate("funnel.all"));
        this.readout = readout;
        this.words = new ReadingWords(readout.currency());
        addClassName("kp-wide");
        SourceFunnel all = readout.all();
        if (all.leads().signum() == 0) {
            add(new Paragraph(getTranslation("commercial.no-leads")));
            return;
        }
        add(verdict(), bars(all), terms());
    }

    private static Map<String, String> terms(String... both) {
        Map<String, String> terms = new LinkedHashMap<>();
        for (int i = 0; i < both.length; i += 2) {
            terms.put(both[i], both[i + 1]);
        }
        return terms;
    }

    private Component verdict() {
        Div verdict = new Div();
        verdict.addClassName("kp-outcome");
        List<SourceFunnel> leaking = readout.sources().stream()
                .filter(source -> source.leak().finding() == Leak.Finding.LOSES)
                .toList();
        boolean compared =
                readout.sources().stream().anyMatch(source -> source.leak().finding() != Leak.Finding.TOO_LITTLE);
        if (!leaking.isEmpty()) {
            UnorderedList list = new UnorderedList();
            leaking.forEach(source -> list.add(new ListItem(leak(source, words))));
            verdict.add(new StatusBadge("commercial.leaks", StatusBadge.Tone.WARN), list);
        } else {
            verdict.add(
                    new StatusBadge(
                            compared ? "commercial.no-leak" : "commercial.too-little", StatusBadge.Tone.NEUTRAL),
                    new Paragraph(getTranslation(compared ? "funnel.no-leak" : "funnel.too-little")));
        }
        if (readout.young()) {
            verdict.add(quiet("funnel.young"));
        }
        if (!readout.withoutRate().isEmpty()) {
            verdict.add(quiet("funnel.without-rate", Formats.here().listed(List.copyOf(readout.withoutRate()))));
        }
        return verdict;
    }

    private Paragraph quiet(String key, Object... parameters) {
        Paragraph paragraph = new Paragraph(getTranslation(key, parameters));
        paragraph.addClassName("kp-quiet");
        return paragraph;
    }

    /** Which step of a source, how many go on there, and how many of the others. */
    static String leak(SourceFunnel source, ReadingWords words) {
        Leak leak = source.leak();
        Kpi step = Objects.requireNonNull(leak.step());
        var rates = Objects.requireNonNull(leak.rates());
        return I18NProvider.translate(
                "funnel.leak",
                name(source),
                ReadingWords.name(step),
                share(rates.first(), words),
                share(rates.second(), words));
    }

    private static String share(Proportion rate, ReadingWords words) {
        return words.share(
                BigDecimal.valueOf(rate.rate()), BigDecimal.valueOf(rate.hits()), BigDecimal.valueOf(rate.of()));
    }

    /** As the leads name it. */
    static String name(SourceFunnel source) {
        String name = source.source();
        return name == null || name.isEmpty() ? I18NProvider.translate("funnel.no-source") : name;
    }

    private BarTable bars(SourceFunnel all) {
        BarTable bars = new BarTable(
                all.leads().longValue(),
                getTranslation("effort.step"),
                getTranslation("effort.count"),
                getTranslation("commercial.of-leads"));
        bar(bars, "commercial.leads", all.leads(), "", 1);
        bar(bars, "funnel.qualified", all.qualified().numerator(), words.both(all.qualified()), 1);
        bar(bars, "commercial.appointments", all.met().numerator(), words.both(all.met()), 2);
        bar(bars, "funnel.quotes", all.quoted(), SourcesTable.part(all.quoted(), all.leads(), words), 2);
        bar(bars, "commercial.sales", all.sold().numerator(), words.both(all.sold()), 3);
        return bars;
    }

    private void bar(BarTable bars, String step, @Nullable BigDecimal count, String part, int look) {
        long many = count == null ? 0 : count.longValue();
        bars.bar(getTranslation(step), many, look, Formats.here().number(many), part);
    }

    private NativeDetails terms() {
        DescriptionList list = new DescriptionList();
        TERMS.forEach((term, meaning) -> list.add(
                new DescriptionList.Term(getTranslation(term)),
                new DescriptionList.Description(getTranslation(meaning))));
        NativeDetails terms = new NativeDetails(getTranslation("effort.terms"), list);
        terms.addClassName("kp-details");
        return terms;
    }
}
