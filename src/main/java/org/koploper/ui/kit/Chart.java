package org.koploper.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values over time as lines and columns, with what they say in one sentence and the same as a table. The drawing is made
 * on the server: nothing is loaded for it, and it prints as it is shown. Series differ by their line as well as by colour;
 * the figures of a point are written below the drawing while the pointer is on it. For the small ones on cards; what is
 * studied on a screen of its own, with a band, markers or a distribution, is an {@code AnalysisChart}.
 */
public class Chart extends Div {

    /** How a series is drawn. */
    public enum Look {
        SOLID,
        DASHED,
        DOTTED,
        COLUMNS,
        /** A mark for each value and no line: too few to speak of a course. */
        DOTS
    }

    /**
     * One place on the lower axis.
     *
     * @param mark short, as it stands on the axis
     * @param name in full
     */
    public record Point(String mark, String name) {}

    /**
     * What belongs together.
     *
     * @param values one for each point, null where there is none
     */
    public record Series(String name, Look look, List<@Nullable BigDecimal> values) {

        public Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /** As many marks stand on the lower axis at most. */
    private static final int MARKS = 12;

    private final List<Point> points;
    private final List<Series> series;
    private final Function<BigDecimal, String> words;

    /**
     * @param summary what there is to see, in one sentence
     * @param points at least one
     * @param series at most four
     * @param words a value as it is written
     * @param marks a round value as it is written on the axis
     */
    public Chart(
            String summary,
            List<Point> points,
            List<Series> series,
            Function<BigDecimal, String> words,
            Function<BigDecimal, String> marks) {
        this.points = List.copyOf(points);
        this.series = List.copyOf(series);
        this.words = words;
        addClassName("kp-chart");
        ChartScale scale = ChartScale.of(
                series.stream().flatMap(one -> one.values().stream()).filter(Objects::nonNull));
        Paragraph sentence = new Paragraph(summary);
        // the drawing has it as its name
        sentence.getElement().setAttribute("aria-hidden", "true");
        Div plot = new Div(upright(scale, marks), area(scale), lower());
        plot.addClassName("kp-chart-plot");
        plot.getElement().setAttribute("role", "img");
        plot.getElement().setAttribute("aria-label", summary);
        add(sentence, plot, legend());
    }

    /**
     * Lets the reader open the same as a table.
     *
     * @param open whether it is open at first
     * @param toggled told when the reader opens or closes it
     */
    public Chart withTable(boolean open, Consumer<Boolean> toggled) {
        return withTable(this::table, open, toggled);
    }

    /** The same with a table of the caller's own, made when it is first opened. */
    public Chart withTable(Supplier<? extends Component> table, boolean open, Consumer<Boolean> toggled) {
        Div content = new Div();
        NativeDetails details = new NativeDetails(getTranslation("chart.as-table"), content);
        details.addClassName("kp-details");
        details.setOpen(open);
        if (open) {
            content.add(table.get());
        }
        details.addToggleListener(toggle -> {
            if (details.isOpen() && content.getChildren().findAny().isEmpty()) {
                content.add(table.get());
            }
            toggled.accept(details.isOpen());
        });
        add(details);
        return this;
    }

    private Div upright(ChartScale scale, Function<BigDecimal, String> marks) {
        Div axis = new Div();
        axis.addClassName("kp-chart-upright");
        scale.marks().reversed().forEach(mark -> axis.add(new Span(marks.apply(mark))));
        return axis;
    }

    private Div area(ChartScale scale) {
        Svg drawing = new Svg(ChartDrawing.of(scale, points.size(), series));
        drawing.addClassName("kp-chart-drawing");
        Div at = new Div();
        at.addClassName("kp-chart-points");
        for (int i = 0; i < points.size(); i++) {
            Span said = new Span(said(i));
            said.addClassName("kp-chart-said");
            at.add(new Div(said));
        }
        Div area = new Div(drawing, at);
        area.addClassName("kp-chart-area");
        return area;
    }

    private String said(int point) {
        List<String> said = new ArrayList<>();
        for (Series one : series) {
            BigDecimal value = one.values().get(point);
            if (value != null) {
                said.add(getTranslation("chart.value", one.name(), words.apply(value)));
            }
        }
        return getTranslation("chart.said", points.get(point).name(), String.join(" · ", said));
    }

    private Div lower() {
        Div axis = new Div();
        axis.addClassName("kp-chart-lower");
        int each = (points.size() + MARKS - 1) / MARKS;
        for (int i = 0; i < points.size(); i += each) {
            Span mark = new Span(points.get(i).mark());
            mark.getStyle().set("inset-inline-start", middle(i) + "%");
            axis.add(mark);
        }
        return axis;
    }

    private String middle(int point) {
        return BigDecimal.valueOf(100L * (2L * point + 1))
                .divide(BigDecimal.valueOf(2L * points.size()), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private Legend legend() {
        Legend legend = new Legend();
        for (int i = 0; i < series.size(); i++) {
            legend.line(series.get(i).name(), i, series.get(i).look());
        }
        return legend;
    }

    private NativeTable table() {
        NativeTableRow head = new NativeTableRow(new NativeTableHeaderCell(getTranslation("chart.when")));
        series.forEach(one -> head.add(number(new NativeTableHeaderCell(one.name()))));
        NativeTableBody body = new NativeTableBody();
        for (int i = 0; i < points.size(); i++) {
            NativeTableHeaderCell name = new NativeTableHeaderCell(points.get(i).name());
            name.getElement().setAttribute("scope", "row");
            NativeTableRow row = new NativeTableRow(name);
            for (Series one : series) {
                BigDecimal value = one.values().get(i);
                row.add(number(new NativeTableCell(value == null ? "–" : words.apply(value))));
            }
            body.add(row);
        }
        NativeTable table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("kp-table");
        return table;
    }

    private static <C extends com.vaadin.flow.component.HasStyle> C number(C cell) {
        cell.addClassName("kp-number");
        return cell;
    }
}
