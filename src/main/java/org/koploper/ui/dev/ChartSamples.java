package org.koploper.ui.dev;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.chart.AnalysisChart;
import org.koploper.ui.chart.Curves;
import org.koploper.ui.chart.Distribution;
import org.koploper.ui.chart.Unit;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Formats;

/** Curves and distributions with something to show. */
final class ChartSamples {

    private static final int NOW = 7;

    private ChartSamples() {}

    static Component[] all(Clock clock) {
        return new Component[] {curves(clock), distribution(clock)};
    }

    private static Component curves(Clock clock) {
        Formats formats = Formats.here();
        List<Chart.Point> points = new ArrayList<>();
        List<@Nullable BigDecimal> reached = new ArrayList<>();
        List<@Nullable BigDecimal> expected = new ArrayList<>();
        List<@Nullable BigDecimal> before = new ArrayList<>();
        List<@Nullable BigDecimal> low = new ArrayList<>();
        List<@Nullable BigDecimal> high = new ArrayList<>();
        for (int i = 0; i < Month.values().length; i++) {
            points.add(new Chart.Point(formats.shortMonth(Month.of(i + 1)), formats.monthOfYear(Month.of(i + 1))));
            BigDecimal even = KitSamples.AMOUNT.multiply(BigDecimal.valueOf(i + 1L));
            BigDecimal ahead = BigDecimal.valueOf(90L * (i - NOW) * (i - NOW));
            reached.add(i > NOW ? null : even.subtract(ahead.divide(BigDecimal.valueOf(4))));
            expected.add(even);
            before.add(even.multiply(new BigDecimal("0.8")).add(ahead.divide(BigDecimal.TEN)));
            low.add(i < NOW ? null : even.subtract(ahead));
            high.add(i < NOW ? null : even.add(ahead));
        }
        Curves curves = Curves.of(
                        points,
                        List.of(
                                new Chart.Series(translate("course.reached"), Chart.Look.SOLID, reached),
                                new Chart.Series(translate("course.expected"), Chart.Look.DOTTED, expected),
                                new Chart.Series(translate("course.year-before"), Chart.Look.DASHED, before)))
                .with(new Curves.Band(KitView.PATH, low, high))
                .with(new Curves.Marker(NOW, KitView.PATH));
        return wide(AnalysisChart.of(words(), curves, Unit.money(KitSamples.EURO), clock));
    }

    private static Component distribution(Clock clock) {
        List<Distribution.Group> groups = IntStream.rangeClosed(1, 3)
                .mapToObj(group -> new Distribution.Group(
                        KitView.PATH + " " + group,
                        IntStream.range(0, group == 3 ? 4 : 20)
                                .mapToObj(i -> new Distribution.Dot(
                                        KitView.PATH, BigDecimal.valueOf(500L * group + i * i * 7L * group)))
                                .toList()))
                .toList();
        return wide(AnalysisChart.of(words(), new Distribution(groups), Unit.money(KitSamples.EURO), clock));
    }

    private static AnalysisChart.Words words() {
        return new AnalysisChart.Words("kit", KitView.PATH, KitView.PATH);
    }

    private static Component wide(AnalysisChart chart) {
        chart.withTable(false, open -> {}).getStyle().set("flex", "1 0 100%");
        return chart;
    }
}
