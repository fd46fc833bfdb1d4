package org.koploper.ui.kit;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of small bars, one for each period, with the same as a sentence and as a table. */
public class Spark extends Div {

    private static final int STEP = 20;
    private static final int BAR = 14;
    private static final int HEIGHT = 40;

    /**
     * One bar.
     *
     * @param name of the period, as written
     * @param number null where there is none: a gap
     * @param value as written
     */
    public record Point(String name, @Nullable BigDecimal number, String value) {}

    /** @param title what is shown, such as "Earned in the last six months" */
    public Spark(String title, List<Point> points) {
        addClassName("kp-spark");
        Svg drawing = new Svg(drawing(points));
        drawing.addClassName("kp-spark-bars");
        drawing.getElement().setAttribute("role", "img");
        drawing.getElement()
                .setAttribute(
                        "aria-label",
                        getTranslation(
                                "spark.words",
                                title,
                                points.stream()
                                        .map(point -> getTranslation("spark.point", point.name(), point.value()))
                                        .collect(Collectors.joining("; "))));
        NativeDetails details = new NativeDetails(title, table(points));
        details.addClassName("kp-details");
        add(drawing, details);
    }

    private static NativeTable table(List<Point> points) {
        NativeTableBody body = new NativeTableBody();
        points.forEach(point -> {
            NativeTableHeaderCell name = new NativeTableHeaderCell(point.name());
            name.getElement().setAttribute("scope", "row");
            NativeTableCell value = new NativeTableCell(point.value());
            value.addClassName("kp-number");
            body.add(new NativeTableRow(name, value));
        });
        NativeTable table = new NativeTable(body);
        table.addClassName("kp-table");
        return table;
    }

    /** Made of numbers alone. Bars stand on the zero line or hang from it; nothing at all is a line. */
    private static String drawing(List<Point> points) {
        List<BigDecimal> numbers =
                points.stream().map(Point::number).filter(Objects::nonNull).toList();
        BigDecimal top = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal bottom = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::min);
        BigDecimal span = top.subtract(bottom);
        int zero = span.signum() == 0 ? HEIGHT : part(top, span);
        StringBuilder bars = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            BigDecimal number = points.get(i).number();
            if (number == null) {
                continue;
            }
            int height = span.signum() == 0 ? 0 : part(number.abs(), span);
            int y = number.signum() < 0 ? zero : zero - height;
            bars.append("<rect x='%d' y='%d' width='%d' height='%d' rx='2' fill='currentColor' opacity='%s'/>"
                    .formatted(
                            i * STEP,
                            Math.min(y, HEIGHT - 1),
                            BAR,
                            Math.max(height, 1),
                            i == points.size() - 1 ? "1" : "0.55"));
        }
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' aria-hidden='true'>%s</svg>"
                .formatted(points.size() * STEP, HEIGHT, points.size() * STEP, HEIGHT, bars);
    }

    private static int part(BigDecimal number, BigDecimal span) {
        return number.multiply(BigDecimal.valueOf(HEIGHT))
                .divide(span, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
