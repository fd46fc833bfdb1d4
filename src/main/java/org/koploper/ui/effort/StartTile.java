package org.koploper.ui.effort;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.EffortShare;
import org.koploper.kpi.StartCurve;
import org.koploper.kpi.StartCurve.Band;
import org.koploper.kpi.StartCurve.Week;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Chart.Look;
import org.koploper.ui.kit.Chart.Point;
import org.koploper.ui.kit.Chart.Series;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Tile;

/** The first weeks of somebody new beside those of earlier starters, where there are enough of them. */
class StartTile extends Tile {

    private final StartCurve curve;

    StartTile(String name, StartCurve curve) {
        super(I18NProvider.translate("effort.start", name));
        this.curve = curve;
        addClassName("kp-wide");
        boolean band = curve.weeks().stream().anyMatch(week -> week.band() != null);
        List<Series> series = new ArrayList<>();
        series.add(new Series(name, Look.SOLID, values(week -> week.own().rate())));
        if (band) {
            series.add(new Series(getTranslation("effort.start-median"), Look.DASHED, of(Band::median)));
            series.add(new Series(getTranslation("effort.start-low"), Look.DOTTED, of(Band::low)));
            series.add(new Series(getTranslation("effort.start-high"), Look.DOTTED, of(Band::high)));
        }
        add(
                new Paragraph(getTranslation("effort.start-text", Formats.here().date(curve.firstDay()))),
                new Chart(
                                sentence(name),
                                curve.weeks().stream()
                                        .map(week -> new Point(
                                                String.valueOf(week.number()),
                                                getTranslation("effort.start-week", String.valueOf(week.number()))))
                                        .toList(),
                                series,
                                EffortWords::rate,
                                EffortWords::rate)
                        .withTable(false, open -> {}));
        if (!band) {
            add(new Paragraph(getTranslation("effort.start-few", StartCurve.FEWEST_OTHERS)));
        }
    }

    private List<@Nullable BigDecimal> of(Function<Band, BigDecimal> edge) {
        return values(week -> week.band() == null ? null : edge.apply(week.band()));
    }

    private List<@Nullable BigDecimal> values(Function<Week, @Nullable BigDecimal> value) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        curve.weeks().forEach(week -> values.add(value.apply(week)));
        return values;
    }

    /** In the last week that can be compared; else in the last one. */
    private String sentence(String name) {
        Week last = curve.weeks().stream()
                .filter(week -> week.band() != null)
                .reduce((earlier, later) -> later)
                .orElse(curve.weeks().getLast());
        EffortShare own = last.own();
        String said = getTranslation("effort.start-said", name, String.valueOf(last.number()), EffortWords.share(own));
        Band band = last.band();
        if (band == null) {
            return getTranslation("chart.sentence", said);
        }
        return getTranslation(
                "effort.start-beside",
                said,
                EffortWords.number(last.others()),
                EffortWords.rate(band.low()),
                EffortWords.rate(band.high()),
                EffortWords.rate(Objects.requireNonNull(band.median())));
    }
}
