package org.koploper.ui.kit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lines and columns of a chart as SVG, made of numbers alone. It is stretched to the room there is; lines and marks
 * keep their thickness, and text stands beside it.
 */
final class ChartDrawing {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 400;

    /** After as many series the colours begin anew, with another look. */
    private static final int COLOURS = 4;

    private final StringBuilder svg = new StringBuilder();
    private final ChartScale scale;
    private final int points;

    private ChartDrawing(ChartScale scale, int points) {
        this.scale = scale;
        this.points = points;
    }

    static String of(ChartScale scale, int points, List<Chart.Series> series) {
        ChartDrawing drawing = new ChartDrawing(scale, points);
        drawing.marks();
        // columns stand behind the lines
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).look() == Chart.Look.COLUMNS) {
                drawing.columns(i, series.get(i).values());
            }
        }
        for (int i = series.size() - 1; i >= 0; i--) {
            if (series.get(i).look() == Chart.Look.DOTS) {
                drawing.dots(i, series.get(i).values());
            } else if (series.get(i).look() != Chart.Look.COLUMNS) {
                drawing.line(i, series.get(i));
            }
        }
        return drawing(WIDTH, HEIGHT, drawing.svg);
    }

    /** A short piece of a series, for the legend. */
    static String sample(int number, Chart.Look look) {
        StringBuilder piece = new StringBuilder();
        if (look == Chart.Look.COLUMNS) {
            piece.append("<rect class='kp-series-%d kp-column' x='8' y='2' width='12' height='12'/>"
                    .formatted(number % COLOURS + 1));
        } else if (look == Chart.Look.DOTS) {
            piece.append(mark(number, look, "14 8"));
        } else {
            piece.append("<path class='%s' d='M0 8 H28'/>".formatted(classes(number, look)));
        }
        return drawing(28, 16, piece);
    }

    private static String drawing(int width, int height, CharSequence content) {
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' preserveAspectRatio='none' aria-hidden='true'>%s</svg>"
                .formatted(width, height, content);
    }

    private void marks() {
        for (BigDecimal mark : scale.marks()) {
            svg.append("<path class='%s' d='M0 %d H%d'/>"
                    .formatted(
                            mark.signum() == 0 ? "kp-chart-zero" : "kp-chart-mark", scale.down(mark, HEIGHT), WIDTH));
        }
    }

    private void columns(int number, List<@Nullable BigDecimal> values) {
        int zero = scale.down(BigDecimal.ZERO, HEIGHT);
        int width = WIDTH * 6 / 10 / points;
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            if (value != null && value.signum() != 0) {
                int end = scale.down(value, HEIGHT);
                svg.append("<rect class='kp-series-%d kp-column' x='%d' y='%d' width='%d' height='%d'/>"
                        .formatted(
                                number + 1,
                                across(i) - width / 2,
                                Math.min(zero, end),
                                width,
                                // the smallest amount is seen too
                                Math.max(2, Math.abs(zero - end))));
            }
        }
    }

    private void line(int number, Chart.Series series) {
        List<String> path = new ArrayList<>();
        boolean open = false;
        String last = "";
        for (int i = 0; i < series.values().size(); i++) {
            BigDecimal value = series.values().get(i);
            if (value == null) {
                open = false;
            } else {
                String at = across(i) + " " + scale.down(value, HEIGHT);
                path.add((open ? "L" : "M") + at);
                if (!open && (i + 1 == series.values().size() || series.values().get(i + 1) == null)) {
                    // alone between gaps there is no line to see
                    svg.append(mark(number, series.look(), at));
                }
                open = true;
                last = at;
            }
        }
        if (path.isEmpty()) {
            return;
        }
        String way = String.join(" ", path);
        // the edge keeps it apart from the columns it crosses
        svg.append("<path class='kp-chart-edge' d='%s'/>".formatted(way));
        svg.append("<path class='%s' d='%s'/>".formatted(classes(number, series.look()), way));
        svg.append(mark(number, series.look(), last));
    }

    private void dots(int number, List<@Nullable BigDecimal> values) {
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            if (value != null) {
                svg.append(mark(number, Chart.Look.DOTS, across(i) + " " + scale.down(value, HEIGHT)));
            }
        }
    }

    /** A line of no length with a thick end is a mark that keeps its shape however the drawing is stretched. */
    private static String mark(int number, Chart.Look look, String at) {
        return "<path class='%s kp-chart-end' d='M%s h0.01'/>".formatted(classes(number, look), at);
    }

    private static String classes(int number, Chart.Look look) {
        return "kp-series-" + (number % COLOURS + 1) + " kp-line-" + look.name().toLowerCase(Locale.ROOT);
    }

    /** The middle of the room of a point. */
    private int across(int point) {
        return (2 * point + 1) * WIDTH / (2 * points);
    }
}
