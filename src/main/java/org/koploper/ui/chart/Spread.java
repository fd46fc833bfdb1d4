package org.koploper.ui.chart;

import com.vaadin.flow.component.html.NativeTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.chart.Distribution.Box;
import org.koploper.ui.chart.Distribution.Dot;
import org.koploper.ui.chart.Distribution.Group;
import org.koploper.ui.list.ListColumn;

/** A distribution in rows: on the screen one for each group, in a file one for each value. */
final class Spread {

    private Spread() {}

    /** One value in a file. */
    record Row(String group, Dot dot) {}

    static List<Row> rows(Distribution distribution) {
        return distribution.groups().stream()
                .flatMap(group -> group.dots().stream().map(dot -> new Row(group.name(), dot)))
                .toList();
    }

    static List<ListColumn<Row>> columns(Unit unit) {
        return List.of(
                ListColumn.text("group", "chart.group", Row::group),
                ListColumn.text("name", "chart.name", row -> row.dot().name()),
                unit.column(
                        "value",
                        AnalysisChart.translated("chart.dot"),
                        row -> row.dot().value()));
    }

    static NativeTable table(Distribution distribution, Unit unit) {
        List<String> head = new ArrayList<>();
        for (String key : List.of("group", "number", "least", "lower", "middle", "upper", "most")) {
            head.add(AnalysisChart.translated("chart." + key));
        }
        return AnalysisChart.table(
                head,
                distribution.groups().stream().map(group -> row(group, unit)).toList());
    }

    private static List<String> row(Group group, Unit unit) {
        Box box = group.box();
        List<String> row = new ArrayList<>(
                List.of(group.name(), org.koploper.ui.kit.Formats.here().number((long)
                        group.dots().size())));
        row.add(unit.words(
                group.dots().stream().map(Dot::value).min(BigDecimal::compareTo).orElse(null)));
        List<Function<Box, BigDecimal>> quarters = List.of(Box::lower, Box::middle, Box::upper);
        for (Function<Box, BigDecimal> quarter : quarters) {
            @Nullable BigDecimal value = box == null ? null : quarter.apply(box);
            row.add(unit.words(value));
        }
        row.add(unit.words(
                group.dots().stream().map(Dot::value).max(BigDecimal::compareTo).orElse(null)));
        return row;
    }
}
