package org.koploper.ui.kpi;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Grouping;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.KpiScope;
import org.koploper.kpi.KpiWords;
import org.koploper.kpi.Kpis;
import org.koploper.kpi.OwnKpi;
import org.koploper.kpi.OwnKpiTerms;
import org.koploper.kpi.Reading;
import org.koploper.period.Period;
import org.koploper.ui.chart.Unit;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.list.ExportedList;
import org.koploper.ui.list.Extract;
import org.koploper.ui.list.ListColumn;

/** What a KPI reads for the organisation in the latest months, while one is still building it. */
class OwnKpiPreview extends Div {

    private static final int MONTHS = 6;
    private static final int DECIMALS = 2;

    private final Kpis kpis;
    private final Clock clock;
    private final Formats formats = Formats.here();

    private record Row(YearMonth month, Reading reading) {}

    OwnKpiPreview(Kpis kpis, Clock clock) {
        this.kpis = kpis;
        this.clock = clock;
    }

    /** Nothing to read as long as something is wrong. */
    void showNothing() {
        removeAll();
        Paragraph none = new Paragraph(getTranslation("own-kpis.nothing-yet"));
        none.addClassName("kp-quiet");
        add(none);
    }

    void show(OwnKpiTerms terms) {
        LocalDate today = LocalDate.now(clock);
        YearMonth last = YearMonth.from(today);
        Period period = new Period(last.minusMonths(MONTHS - 1).atDay(1), last.atEndOfMonth());
        Map<String, Reading> read =
                kpis.by(OwnKpi.tried(terms), KpiScope.organisation(), period, today, null, Grouping.MONTH);
        List<Row> rows = new ArrayList<>();
        read.forEach((key, reading) -> rows.add(new Row(YearMonth.parse(key), reading)));
        Unit unit = OwnKpiTexts.written(
                terms.unit(),
                rows.stream()
                        .map(row -> row.reading().currency())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        removeAll();
        Div scrolled = new Div(table(rows, unit));
        scrolled.addClassNames("kp-scroll", "kp-sticky");
        scrolled.getElement().setAttribute("tabindex", "0");
        scrolled.getElement().setAttribute("role", "group");
        scrolled.getElement().setAttribute("aria-label", getTranslation("own-kpis.preview"));
        add(chart(rows, unit), new ExportedList(scrolled, () -> extract(rows, terms)));
    }

    private Component chart(List<Row> rows, Unit unit) {
        Row last = rows.getLast();
        BigDecimal value = last.reading().value();
        String month = formats.month(last.month());
        KpiReason reason = last.reading().reason();
        String summary = value != null
                ? getTranslation("own-kpis.reads", month, unit.words(value))
                : getTranslation("own-kpis.reads-nothing", month, reason == null ? "–" : words(reason));
        List<@Nullable BigDecimal> values = new ArrayList<>();
        rows.forEach(row -> values.add(row.reading().value()));
        if (values.stream().allMatch(Objects::isNull)) {
            return new Paragraph(summary);
        }
        return new Chart(
                summary,
                rows.stream()
                        .map(row ->
                                new Chart.Point(formats.shortMonth(row.month().getMonth()), formats.month(row.month())))
                        .toList(),
                List.of(new Chart.Series(getTranslation("own-kpis.value"), Chart.Look.COLUMNS, values)),
                unit::words,
                unit::words);
    }

    private NativeTable table(List<Row> rows, Unit unit) {
        NativeTable table = new NativeTable();
        table.addClassName("kp-table");
        NativeTableRow head = table.getHead().addRow();
        boolean divided = rows.stream().anyMatch(row -> row.reading().denominator() != null);
        header(head, "own-kpis.month");
        header(head, "own-kpis.value").addClassName("kp-number");
        if (divided) {
            header(head, "performance.numerator").addClassName("kp-number");
            header(head, "performance.denominator").addClassName("kp-number");
        }
        boolean remarked = rows.stream().anyMatch(row -> row.reading().reason() != null);
        if (remarked) {
            header(head, "performance.remark");
        }
        for (Row row : rows) {
            NativeTableRow line = table.getBody().addRow();
            NativeTableHeaderCell month = line.addHeaderCell();
            month.setText(formats.month(row.month()));
            month.getElement().setAttribute("scope", "row");
            Reading reading = row.reading();
            number(line, reading.value() == null ? "–" : unit.words(reading.value()));
            if (divided) {
                number(line, written(reading.numerator()));
                number(line, written(reading.denominator()));
            }
            if (remarked) {
                line.addDataCell().setText(remark(reading));
            }
        }
        return table;
    }

    private NativeTableHeaderCell header(NativeTableRow row, String key) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(getTranslation(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static void number(NativeTableRow row, String text) {
        var cell = row.addDataCell();
        cell.setText(text);
        cell.addClassName("kp-number");
    }

    private String written(@Nullable BigDecimal number) {
        return number == null ? "–" : formats.number(number.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private String remark(Reading reading) {
        return reading.reason() == null ? "" : words(reading.reason());
    }

    private String words(KpiReason reason) {
        return KpiWords.reason(reason, formats.locale());
    }

    private Extract<Row> extract(List<Row> rows, OwnKpiTerms terms) {
        return Extract.of(
                "own-kpi",
                OwnKpiTexts.sentence(terms),
                List.of(
                        ListColumn.<Row>text(
                                "month", "own-kpis.month", row -> row.month().toString()),
                        ListColumn.<Row>number(
                                "value", "own-kpis.value", row -> row.reading().value()),
                        ListColumn.<Row>number(
                                "numerator",
                                "performance.numerator",
                                row -> row.reading().numerator()),
                        ListColumn.<Row>number(
                                "denominator",
                                "performance.denominator",
                                row -> row.reading().denominator()),
                        ListColumn.<Row>text("remark", "performance.remark", row -> remark(row.reading()))),
                rows,
                clock);
    }
}
