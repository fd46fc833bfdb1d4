package org.koploper.ui.commercial;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Reading;
import org.koploper.kpi.SourceFunnel;
import org.koploper.kpi.SourceFunnels.Readout;
import org.koploper.statistics.Interval;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Lists;

/** Source by source: how many leads, how many of them went how far, what they brought in and what they cost. */
class SourcesTable extends Tile {

    /** Of fewer a percentage would say more than is known. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(5);

    private final ReadingWords words;
    private final @Nullable Currency currency;

    SourcesTable(Readout readout, Lists lists, Location location) {
        super(I18NProvider.translate("funnel.sources"));
        this.words = new ReadingWords(readout.currency());
        this.currency = readout.currency() == null ? null : Currency.getInstance(readout.currency());
        addClassName("kp-wide");
        var listing = lists.<SourceFunnel>of(FunnelView.SCREEN, "funnel.sources")
                .columns(
                        ListColumn.<SourceFunnel>text("source", "field.source", SourcesTile::name)
                                .main()
                                .sortable(),
                        ListColumn.<SourceFunnel>number("leads", "commercial.leads", SourceFunnel::leads)
                                .sortable(),
                        step("qualified", "funnel.qualified", SourceFunnel::qualified),
                        count(
                                "qualified-count",
                                "funnel.qualified",
                                source -> source.qualified().numerator()),
                        step("appointments", "commercial.appointments", SourceFunnel::met),
                        count(
                                "appointment-count",
                                "commercial.appointments",
                                source -> source.met().numerator()),
                        ListColumn.<SourceFunnel>share("quotes", "funnel.quotes", SourcesTable::quoted)
                                .saying(source -> part(source.quoted(), source.leads(), words))
                                .sortable(),
                        count("quote-count", "funnel.quotes", SourceFunnel::quoted),
                        step("sales", "commercial.sales", SourceFunnel::sold),
                        count(
                                "sale-count",
                                "commercial.sales",
                                source -> source.sold().numerator()),
                        money("revenue", "kpi.revenue", SourceFunnel::revenue),
                        money("costs", "funnel.costs", SourceFunnel::costs),
                        money("cost-per-order", "funnel.cost-per-order", SourceFunnel::costPerOrder),
                        ListColumn.<SourceFunnel>text("range", "funnel.range", this::range)
                                .wideOnly(),
                        ListColumn.<SourceFunnel>text("remark", "performance.remark", this::remark)
                                .wide())
                .sortedBy("-leads")
                .few(readout::sources, (source, asked) -> true);
        add(listing);
        listing.show(location);
    }

    private ListColumn<SourceFunnel> step(String key, String header, Function<SourceFunnel, Reading> reading) {
        return ListColumn.<SourceFunnel>share(
                        key, header, source -> rounded(reading.apply(source).value(), 4))
                .saying(source -> words.both(reading.apply(source)))
                .sortable();
    }

    /** The screen says it beside the share. */
    private static ListColumn<SourceFunnel> count(
            String key, String header, Function<SourceFunnel, @Nullable BigDecimal> count) {
        return ListColumn.<SourceFunnel>number(key, header, count)
                .titled(I18NProvider.translate("funnel.count-of", I18NProvider.translate(header)))
                .fileOnly();
    }

    private ListColumn<SourceFunnel> money(
            String key, String header, Function<SourceFunnel, @Nullable BigDecimal> amount) {
        return ListColumn.<SourceFunnel>money(
                        key, header, source -> rounded(amount.apply(source), 2), source -> currency)
                .sortable();
    }

    private static @Nullable BigDecimal quoted(SourceFunnel source) {
        return source.leads().compareTo(FEWEST) < 0
                ? null
                : rounded(source.quoted().divide(source.leads(), MathContext.DECIMAL64), 4);
    }

    /** {@code 45% (9 of 20)}; of fewer than five leads only both numbers. */
    static String part(BigDecimal count, BigDecimal leads, ReadingWords words) {
        if (leads.signum() == 0) {
            return "–";
        }
        return leads.compareTo(FEWEST) < 0
                ? words.of(count, leads)
                : words.share(count.divide(leads, MathContext.DECIMAL64), count, leads);
    }

    /** Where the true part of leads that are sold to lies. */
    private String range(SourceFunnel source) {
        if (source.leads().compareTo(FEWEST) < 0) {
            return I18NProvider.translate("commercial.too-little");
        }
        Interval range = source.sales().orElseThrow().interval();
        Formats formats = Formats.here();
        return I18NProvider.translate(
                "funnel.from-to",
                formats.percent(BigDecimal.valueOf(range.low())),
                formats.percent(BigDecimal.valueOf(range.high())));
    }

    private @Nullable String remark(SourceFunnel source) {
        return switch (source.leak().finding()) {
            case LOSES -> SourcesTile.leak(source, words);
            case TOO_LITTLE -> I18NProvider.translate("commercial.too-little");
            case NO_DIFFERENCE -> null;
        };
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number, int decimals) {
        return number == null ? null : number.setScale(decimals, RoundingMode.HALF_UP);
    }
}
