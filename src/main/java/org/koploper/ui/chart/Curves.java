package org.koploper.ui.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.Chart;

/**
 * Values over time, to be drawn by an {@link AnalysisChart}.
 *
 * @param points at least one, in their order
 * @param lines at most eight, each with a value or null for each point; more than four are numbered where they end
 * @param band null for none
 * @param markers where something happens on the lower axis, such as today
 */
public record Curves(
        List<Chart.Point> points,
        List<Chart.Series> lines,
        @Nullable Band band,
        List<Marker> markers) {

    private static final int COLOURS = 4;

    public Curves {
        points = List.copyOf(points);
        lines = List.copyOf(lines);
        markers = List.copyOf(markers);
    }

    /** Whether there are more lines than colours, so that each has its number in the legend and where it ends. */
    boolean numbered() {
        return lines.size() > COLOURS;
    }

    /** Nothing but lines. */
    public static Curves of(List<Chart.Point> points, List<Chart.Series> lines) {
        return new Curves(points, lines, null, List.of());
    }

    /** The same, and what lies between two bounds. */
    public Curves with(Band between) {
        return new Curves(points, lines, between, markers);
    }

    /** The same, and a marker. */
    public Curves with(Marker marker) {
        return new Curves(
                points,
                lines,
                band,
                Stream.concat(markers.stream(), Stream.of(marker)).toList());
    }

    /**
     * What lies between two bounds, such as 80 of 100 forecasts.
     *
     * @param low one for each point, null where there is none; {@code high} likewise
     */
    public record Band(String name, List<@Nullable BigDecimal> low, List<@Nullable BigDecimal> high) {

        public Band {
            low = Collections.unmodifiableList(new ArrayList<>(low));
            high = Collections.unmodifiableList(new ArrayList<>(high));
        }
    }

    /** @param at number of the point, from 0 */
    public record Marker(int at, String name) {}

    /** Every value that has to find room. */
    Stream<BigDecimal> values() {
        Stream<@Nullable BigDecimal> drawn = lines.stream().flatMap(line -> line.values().stream());
        Stream<@Nullable BigDecimal> between =
                band == null ? Stream.of() : Stream.concat(band.low().stream(), band.high().stream());
        return Stream.concat(drawn, between).filter(Objects::nonNull);
    }
}
