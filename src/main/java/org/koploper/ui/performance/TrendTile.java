package org.koploper.ui.performance;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Location;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiTrend;
import org.koploper.kpi.KpiTrend.Line;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.Reading;
import org.koploper.period.PeriodKind;
import org.koploper.ui.kit.Focus;
import org.koploper.ui.kit.ReadingWords;
import org.koploper.ui.kit.Tile;
import org.koploper.ui.list.ListColumn;
import org.koploper.ui.list.Listing;
import org.koploper.ui.list.Lists;
import org.koploper.ui.shell.Address;

/** A KPI of the reader's choice over time, taken apart: a chart, and its parts as a list. All choices stand in the address. */
class TrendTile extends Tile {

    private final PerformanceState state;
    private final Consumer<UnaryOperator<Address>> change;

    /**
     * @param choices KPIs and, for the chosen one, what it can be taken apart by
     * @param change told every choice as a change of the address
     */
    TrendTile(PerformanceState state, Choices choices, Consumer<UnaryOperator<Address>> change) {
        super(I18NProvider.translate("performance.trend"));
        this.state = state;
        this.change = change;
        addClassName("kp-wide");
        Div toolbar = new Div(kpi(choices.kpis()), by(choices.groupings()), step());
        toolbar.addClassName("kp-toolbar");
        Paragraph means = new Paragraph(ReadingWords.means(state.kpi()));
        means.addClassName("kp-quiet");
        add(toolbar, means);
    }

    record Choices(List<Kpi> kpis, List<Grouping> groupings) {}

    /** Shows the curves above the parts. */
    void show(
            KpiTrend trend,
            TrendChart chart,
            Lists lists,
            Location location,
            Function<TrendChart, ? extends com.vaadin.flow.component.Component> drawn) {
        add(drawn.apply(chart));
        if (!trend.lines().isEmpty()) {
            add(parts(trend, chart, lists, location));
        }
    }

    private ComboBox<Kpi> kpi(List<Kpi> kpis) {
        ComboBox<Kpi> field = new ComboBox<>(getTranslation("performance.kpi"));
        field.setId("performance-kpi");
        field.setItems(kpis);
        field.setItemLabelGenerator(ReadingWords::name);
        field.setValue(state.kpi());
        field.setWidth("min(100%, 20rem)");
        field.addValueChangeListener(chosen -> {
            if (chosen.getValue() == null) {
                field.setValue(chosen.getOldValue());
            } else if (chosen.getValue() != state.kpi()) {
                go("kpi", chosen.getValue().key());
            }
        });
        return field;
    }

    private Select<String> by(List<Grouping> groupings) {
        List<String> keys = new ArrayList<>(List.of(PerformanceState.TOGETHER));
        groupings.forEach(grouping -> keys.add(grouping.key()));
        Select<String> field = select(
                "by",
                "performance.by",
                keys,
                state.by() == null ? PerformanceState.TOGETHER : state.by().key(),
                TrendTile::by);
        field.setEnabled(!groupings.isEmpty());
        return field;
    }

    static String by(String key) {
        return I18NProvider.translate("performance.by." + key);
    }

    private Select<String> step() {
        return select(
                "step",
                "performance.step",
                PerformanceState.STEPS.stream().map(TrendTile::key).toList(),
                key(state.step()),
                key -> getTranslation("period." + key));
    }

    private static String key(PeriodKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Select<String> select(
            String name, String label, List<String> keys, String value, Function<String, String> words) {
        Select<String> field = new Select<>();
        field.setLabel(getTranslation(label));
        field.setId("performance-" + name);
        field.addClassName("kp-choice");
        field.setItems(keys);
        field.setItemLabelGenerator(words::apply);
        field.setValue(value);
        field.addValueChangeListener(chosen -> go(name, chosen.getValue()));
        return field;
    }

    private void go(String name, String value) {
        change.accept(address -> address.with(name, value));
        Focus.stayOn("performance-" + name);
    }

    private Listing<Line> parts(KpiTrend trend, TrendChart chart, Lists lists, Location location) {
        KpiUnit unit = trend.kpi().unit();
        List<ListColumn<Line>> columns = new ArrayList<>();
        columns.add(ListColumn.<Line>text("part", "performance.by", TrendChart::name)
                .main()
                .sortable());
        columns.add(value(trend, unit).sortable());
        if (trend.lines().stream().anyMatch(line -> line.whole().denominator() != null)) {
            columns.add(ListColumn.<Line>number(
                            "numerator",
                            "performance.numerator",
                            line -> rounded(line.whole().numerator(), 2))
                    .sortable());
            columns.add(ListColumn.<Line>number(
                            "denominator",
                            "performance.denominator",
                            line -> rounded(line.whole().denominator(), 2))
                    .sortable());
        } else if (unit == KpiUnit.COUNT || unit == KpiUnit.MONEY) {
            columns.add(ListColumn.<Line>share("share", "performance.part-of", line -> rounded(chart.share(line), 4))
                    .sortable());
        }
        if (unit != KpiUnit.COUNT && trend.all().whole().n() != null) {
            columns.add(ListColumn.<Line>number(
                            "cases",
                            "performance.cases",
                            line -> rounded(line.whole().n(), 1))
                    .sortable());
        }
        columns.add(ListColumn.<Line>text("reason", "performance.remark", line -> reason(line.whole()))
                .wide());
        Listing<Line> listing = lists.<Line>of("performance", "performance.parts")
                .columns(columns)
                .few(trend::lines, (line, asked) -> true);
        listing.show(location);
        return listing;
    }

    private static ListColumn<Line> value(KpiTrend trend, KpiUnit unit) {
        String header = "kpi." + trend.kpi().key();
        return switch (unit) {
            case RATIO ->
                ListColumn.share("value", header, line -> rounded(line.whole().value(), 4));
            case MONEY, MONEY_PER_DAY ->
                ListColumn.money(
                        "value", header, line -> rounded(line.whole().value(), 2), line -> currency(line.whole()));
            default ->
                ListColumn.number("value", header, line -> rounded(line.whole().value(), 2));
        };
    }

    private static @Nullable Currency currency(Reading reading) {
        return reading.currency() == null ? null : Currency.getInstance(reading.currency());
    }

    private static @Nullable String reason(Reading reading) {
        return ReadingWords.reason(reading).orElse(null);
    }

    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number, int decimals) {
        return number == null ? null : number.setScale(decimals, RoundingMode.HALF_UP);
    }
}
