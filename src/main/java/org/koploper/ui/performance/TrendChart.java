package org.koploper.ui.performance;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiTrend;
import org.koploper.kpi.KpiTrend.Line;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.Reading;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.statistics.Trend;
import org.koploper.ui.chart.AnalysisChart;
import org.koploper.ui.chart.Curves;
import org.koploper.ui.chart.Unit;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Chart.Look;
import org.koploper.ui.kit.Chart.Series;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.ReadingWords;

/** A KPI over months or quarters as curves, one for each part, with what they say in a sentence. */
final class TrendChart {

    private static final List<Look> LOOKS = List.of(Look.SOLID, Look.DASHED, Look.DOTTED);

    private final KpiTrend trend;
    private final ReadingWords words;
    private final String by;
    private final Formats formats = Formats.here();

    /** @param by what a part is, as a reader calls it; empty where it is not taken apart */
    TrendChart(KpiTrend trend, ReadingWords words, String by) {
        this.trend = trend;
        this.words = words;
        this.by = by;
    }

    AnalysisChart chart(String heading, @Nullable String currency, Clock clock) {
        return AnalysisChart.of(
                new AnalysisChart.Words(
                        "performance-" + trend.kpi().key(),
                        translate("performance.trend-of", ReadingWords.name(trend.kpi()), heading),
                        summary()),
                curves(LocalDate.now(clock)),
                unit(trend.kpi().unit(), currency),
                clock);
    }

    private static Unit unit(KpiUnit unit, @Nullable String currency) {
        return unit == KpiUnit.RATIO
                ? Unit.share()
                : unit.isMoney() ? Unit.money(currency == null ? null : Currency.getInstance(currency)) : Unit.number();
    }

    /** As a reader calls a part. */
    static String name(Line line) {
        if (line.key() == null) {
            return translate("performance.others", Formats.here().number((long) line.together()));
        }
        return line.name() == null ? translate("performance.nothing-said") : line.name();
    }

    private Curves curves(LocalDate today) {
        List<Series> series = new ArrayList<>();
        List<Line> lines = trend.lines();
        if (lines.isEmpty()) {
            series.add(new Series(ReadingWords.name(trend.kpi()), Look.SOLID, values(trend.all())));
        }
        for (int i = 0; i < lines.size(); i++) {
            series.add(new Series(name(lines.get(i)), LOOKS.get(i % LOOKS.size()), values(lines.get(i))));
        }
        Curves curves = Curves.of(trend.steps().stream().map(this::point).toList(), series);
        Period last = trend.steps().getLast();
        return last.contains(today) && !last.to().equals(today)
                ? curves.with(new Curves.Marker(trend.steps().size() - 1, translate("performance.running")))
                : curves;
    }

    private static List<@Nullable BigDecimal> values(Line line) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        line.steps().forEach(reading -> values.add(reading.value()));
        return values;
    }

    private Chart.Point point(Period step) {
        return new Chart.Point(
                step.kind() == PeriodKind.MONTH ? formats.shortMonth(step.from().getMonth()) : formats.period(step),
                formats.period(step));
    }

    String summary() {
        String name = ReadingWords.name(trend.kpi());
        String from = formats.period(trend.steps().getFirst());
        String to = formats.period(trend.steps().getLast());
        Reading all = trend.all().whole();
        String value = words.figure(all);
        if (value == null
                && trend.lines().stream().allMatch(line -> line.whole().value() == null)) {
            return translate("performance.trend-none", name, from, to);
        }
        List<String> said = new ArrayList<>();
        said.add(translate(
                "performance.trend-all", name, from, to, value == null ? translate("kpi.too-little") : value));
        if (!trend.lines().isEmpty()) {
            said.add(parts());
        }
        said.add(course());
        return String.join(" ", said);
    }

    /** The largest ones, as far as they stand alone. */
    private String parts() {
        List<String> largest = trend.lines().stream()
                .filter(line -> line.key() != null)
                .limit(3)
                .map(this::part)
                .toList();
        return translate("performance.trend-parts", by.toLowerCase(formats.locale()), formats.listed(largest));
    }

    private String part(Line line) {
        String value = words.said(line.whole());
        BigDecimal share = share(line);
        return share == null
                ? translate("performance.part", name(line), value)
                : translate("performance.part-of-all", name(line), value, formats.percent(share));
    }

    /** What part of all it is; null for what does not add up. */
    @Nullable
    BigDecimal share(Line line) {
        Reading all = trend.all().whole();
        BigDecimal whole = all.value();
        BigDecimal value = line.whole().value();
        KpiUnit unit = trend.kpi().unit();
        boolean adds = (unit == KpiUnit.COUNT || unit == KpiUnit.MONEY) && all.denominator() == null;
        return !adds || whole == null || value == null || whole.signum() <= 0 || value.signum() < 0
                ? null
                : value.divide(whole, MathContext.DECIMAL64);
    }

    private String course() {
        Trend course = trend.course();
        if (course == null) {
            return translate("performance.course-untold");
        }
        return translate(
                !course.isOne()
                        ? "performance.course-wavers"
                        : course.z() > 0 ? "performance.course-rises" : "performance.course-falls");
    }
}
