package org.koploper.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Legend;
import org.koploper.ui.list.ExportMenu;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/**
 * Curves and distributions on screens where they are studied: drawn in the browser, by a library that is fetched when the
 * first of them is shown and not before. Everything else is made here: the sentence that says what there is to see, the
 * words of every point (below the drawing, for the pointer and the arrow keys), the marks of the axis, the same as a table,
 * and the way out as a picture or a file. For a small chart on a card there is {@link Chart}, for which nothing is fetched.
 */
public final class AnalysisChart extends Div {

    private final Words words;
    private final Drawing drawing;
    private final Supplier<NativeTable> table;

    private AnalysisChart(Words words, Drawing drawing, Legend legend, ExportMenu menu, Supplier<NativeTable> table) {
        this.words = words;
        this.drawing = drawing;
        this.table = table;
        addClassNames("kp-chart", "kp-analysis");
        Paragraph sentence = new Paragraph(words.summary());
        // the drawing has it as its name
        sentence.getElement().setAttribute("aria-hidden", "true");
        drawing.getElement().setAttribute("data-summary", words.summary());
        drawing.getElement().setAttribute("data-keys", getTranslation("chart.keys", words.title()));
        menu.offering(getTranslation("export.svg"), () -> save("svg", words));
        menu.offering(getTranslation("export.png"), () -> save("png", words));
        add(sentence, drawing, legend, menu);
    }

    /**
     * What a chart is called and what it says.
     *
     * @param file the beginning of the name of a file, in letters, digits and dashes
     * @param title what a reader calls it
     * @param summary what there is to see, in one sentence
     */
    public record Words(String file, String title, String summary) {}

    /** Values over time. */
    public static AnalysisChart of(Words words, Curves curves, Unit unit, Clock clock) {
        Legend legend = new Legend();
        for (int i = 0; i < curves.lines().size(); i++) {
            String name = curves.lines().get(i).name();
            legend.line(
                    curves.numbered() ? legend.getTranslation("chart.numbered", i + 1, name) : name,
                    i,
                    curves.lines().get(i).look());
        }
        if (curves.band() != null) {
            legend.shape(curves.band().name(), Legend.Shape.BAND);
        }
        List<ListColumn<Integer>> columns = columns(curves, unit);
        List<Integer> rows = java.util.stream.IntStream.range(0, curves.points().size())
                .boxed()
                .toList();
        return new AnalysisChart(
                words,
                new Drawing(ChartModel.of(curves, unit)),
                legend,
                new ExportMenu(() -> Extract.of(words.file(), words.title(), columns, rows, clock)),
                () -> curvesTable(curves, unit));
    }

    /** How values spread. */
    public static AnalysisChart of(Words words, Distribution distribution, Unit unit, Clock clock) {
        Legend legend = new Legend();
        if (distribution.groups().stream().anyMatch(group -> group.box() != null)) {
            legend.shape(legend.getTranslation("chart.box"), Legend.Shape.BOX);
        }
        legend.shape(legend.getTranslation("chart.dot"), Legend.Shape.DOT);
        return new AnalysisChart(
                words,
                new Drawing(ChartModel.of(distribution, unit)),
                legend,
                new ExportMenu(() -> Extract.of(
                        words.file(), words.title(), Spread.columns(unit), Spread.rows(distribution), clock)),
                () -> Spread.table(distribution, unit));
    }

    /**
     * Lets the reader open the same as a table.
     *
     * @param open whether it is open at first
     * @param toggled told when the reader opens or closes it
     */
    public AnalysisChart withTable(boolean open, Consumer<Boolean> toggled) {
        Div content = new Div();
        content.addClassName("kp-wide-table");
        // a narrow screen scrolls it sideways, by keyboard too
        content.getElement().setAttribute("tabindex", "0");
        content.getElement().setAttribute("role", "group");
        content.getElement().setAttribute("aria-label", words.title());
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

    private void save(String kind, Words words) {
        drawing.getElement().callJsFunction("save", kind, words.file());
    }

    private static List<ListColumn<Integer>> columns(Curves curves, Unit unit) {
        List<ListColumn<Integer>> columns = new ArrayList<>();
        columns.add(ListColumn.text(
                "point", "chart.when", row -> curves.points().get(row).name()));
        series(curves)
                .forEach(series -> columns.add(unit.column(
                        series.name(), series.name(), row -> series.values().get(row))));
        return columns;
    }

    /** The lines, and the bounds of the band as two more. */
    private static List<Chart.Series> series(Curves curves) {
        List<Chart.Series> series = new ArrayList<>(curves.lines());
        Curves.Band band = curves.band();
        if (band != null) {
            series.add(new Chart.Series(translated("chart.band-from", band.name()), Chart.Look.DOTTED, band.low()));
            series.add(new Chart.Series(translated("chart.band-to", band.name()), Chart.Look.DOTTED, band.high()));
        }
        return series;
    }

    private static NativeTable curvesTable(Curves curves, Unit unit) {
        List<Chart.Series> series = series(curves);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < curves.points().size(); i++) {
            List<String> row = new ArrayList<>(List.of(curves.points().get(i).name()));
            for (Chart.Series one : series) {
                BigDecimal value = one.values().get(i);
                row.add(unit.words(value));
            }
            rows.add(row);
        }
        List<String> head = new ArrayList<>(List.of(translated("chart.when")));
        series.forEach(one -> head.add(one.name()));
        return table(head, rows);
    }

    /** The first column names the row. */
    static NativeTable table(List<String> head, List<List<String>> rows) {
        NativeTableHeader header = new NativeTableHeader();
        NativeTableRow titles = header.addRow();
        head.forEach(title -> titles.add(cell(new NativeTableHeaderCell(title), titles)));
        NativeTableBody body = new NativeTableBody();
        for (List<String> texts : rows) {
            NativeTableRow row = body.addRow();
            NativeTableHeaderCell name = new NativeTableHeaderCell(texts.getFirst());
            name.getElement().setAttribute("scope", "row");
            row.add(name);
            texts.stream().skip(1).forEach(text -> row.add(cell(new NativeTableCell(text), row)));
        }
        NativeTable table = new NativeTable();
        table.add(header, body);
        table.addClassName("kp-table");
        return table;
    }

    /** All but the first of a row are numbers. */
    private static Component cell(Component cell, NativeTableRow row) {
        if (row.getElement().getChildCount() > 0) {
            cell.getElement().getClassList().add("kp-number");
        }
        return cell;
    }

    static String translated(String key, Object... parameters) {
        return com.vaadin.flow.i18n.I18NProvider.translate(key, parameters);
    }

    /** What is drawn in the browser. */
    @Tag("kp-analysis-chart")
    @JsModule("./analysis-chart.ts")
    @NpmPackage(value = "echarts", version = "6.1.0")
    static final class Drawing extends HtmlContainer {

        Drawing(tools.jackson.databind.node.ObjectNode model) {
            getElement().setPropertyJson("model", model);
        }
    }
}
