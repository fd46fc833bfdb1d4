package org.koploper.ui.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.ChartScale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the browser is told, as {@code analysis-chart.ts} reads it. Numbers are for drawing only, so they may lose digits;
 * whatever is read comes as words.
 */
final class ChartModel {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ChartModel() {}

    static ObjectNode of(Curves curves, Unit unit) {
        ObjectNode model = JSON.createObjectNode();
        scale(model, curves.values(), unit);
        ArrayNode points = model.putArray("points");
        for (int i = 0; i < curves.points().size(); i++) {
            points.addObject().put("mark", curves.points().get(i).mark()).put("said", said(curves, i, unit));
        }
        ArrayNode lines = model.putArray("lines");
        curves.lines().forEach(line -> {
            ObjectNode drawn = lines.addObject();
            drawn.put("name", line.name());
            drawn.put("look", line.look().name().toLowerCase(Locale.ROOT));
            numbers(drawn.putArray("values"), line.values());
        });
        Curves.Band band = curves.band();
        if (band != null) {
            ObjectNode drawn = model.putObject("band");
            numbers(drawn.putArray("low"), band.low());
            numbers(drawn.putArray("high"), band.high());
        }
        ArrayNode markers = model.putArray("markers");
        curves.markers()
                .forEach(marker -> markers.addObject().put("at", marker.at()).put("name", marker.name()));
        return model;
    }

    static ObjectNode of(Distribution distribution, Unit unit) {
        ObjectNode model = JSON.createObjectNode();
        scale(model, distribution.values(), unit);
        ArrayNode points = model.putArray("points");
        ArrayNode boxes = model.putArray("boxes");
        ArrayNode dots = model.putArray("dots");
        for (int i = 0; i < distribution.groups().size(); i++) {
            Distribution.Group group = distribution.groups().get(i);
            Distribution.Box box = group.box();
            points.addObject().put("mark", group.name()).put("said", said(group, unit));
            numbers(boxes.addArray(), box == null ? List.of() : box.parts());
            for (Distribution.Dot dot : group.dots()) {
                dots.addObject().put("at", i).put("value", dot.value().doubleValue());
            }
        }
        return model;
    }

    private static String said(Curves curves, int point, Unit unit) {
        List<String> said = new ArrayList<>();
        for (Chart.Series line : curves.lines()) {
            BigDecimal value = line.values().get(point);
            if (value != null) {
                said.add(AnalysisChart.translated("chart.value", line.name(), unit.words(value)));
            }
        }
        Curves.Band band = curves.band();
        if (band != null && band.low().get(point) != null) {
            said.add(AnalysisChart.translated(
                    "chart.between",
                    band.name(),
                    unit.words(band.low().get(point)),
                    unit.words(band.high().get(point))));
        }
        curves.markers().stream().filter(marker -> marker.at() == point).forEach(marker -> said.add(marker.name()));
        return AnalysisChart.translated("chart.said", curves.points().get(point).name(), String.join(" · ", said));
    }

    private static String said(Distribution.Group group, Unit unit) {
        Distribution.Box box = group.box();
        int number = group.dots().size();
        return box == null
                ? AnalysisChart.translated("chart.said-dots", group.name(), number)
                : AnalysisChart.translated(
                        "chart.said-box",
                        group.name(),
                        number,
                        unit.words(box.middle()),
                        unit.words(box.lower()),
                        unit.words(box.upper()));
    }

    private static void scale(ObjectNode model, Stream<BigDecimal> values, Unit unit) {
        ChartScale scale = ChartScale.of(values);
        ArrayNode marks = model.putArray("marks");
        scale.marks()
                .forEach(mark ->
                        marks.addObject().put("value", mark.doubleValue()).put("words", unit.mark(mark)));
    }

    private static void numbers(ArrayNode into, List<? extends @Nullable BigDecimal> values) {
        for (BigDecimal value : values) {
            if (value == null) {
                into.addNull();
            } else {
                into.add(value.doubleValue());
            }
        }
    }
}
