package org.koploper.ui.goal;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.GoalDevelopment;
import org.koploper.kpi.GoalDevelopment.Step;
import org.koploper.kpi.GoalForecast.Moment;
import org.koploper.kpi.GoalReading;
import org.koploper.kpi.GoalStand;
import org.koploper.kpi.GoalTerms;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.ui.chart.AnalysisChart;
import org.koploper.ui.chart.Curves;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Chart.Look;
import org.koploper.ui.kit.Chart.Series;
import org.koploper.ui.kit.Formats;

/** The development of a goal as curves: reached, expected, the year before, and what was expected before it changed. */
final class DevelopmentChart {

    private final GoalStand stand;
    private final GoalDevelopment development;
    private final GoalTerms terms;
    private final Formats formats = Formats.here();
    private final LocalDate today;

    private DevelopmentChart(GoalStand stand, GoalDevelopment development, LocalDate today) {
        this.stand = stand;
        this.development = development;
        this.terms = development.agreed().terms();
        this.today = today;
    }

    static AnalysisChart of(GoalStand stand, GoalDevelopment development, Clock clock) {
        DevelopmentChart chart = new DevelopmentChart(stand, development, LocalDate.now(clock));
        return AnalysisChart.of(
                new AnalysisChart.Words(
                        "goal-" + stand.externalId().replaceAll("[^A-Za-z0-9-]", "-"),
                        translate(
                                "goal.development-of",
                                GoalWords.kpi(stand.kpi()),
                                stand.agreed().name()),
                        (chart.summary() + " " + ForecastWords.sentence(development.forecast(), chart.terms)).strip()),
                chart.curves(),
                GoalWords.unit(chart.terms),
                clock);
    }

    private Curves curves() {
        boolean columns = !development.cumulative() && terms.reading().isSum();
        List<Series> lines = new ArrayList<>();
        lines.add(new Series(translate("goal.reached"), columns ? Look.COLUMNS : Look.SOLID, values(Step::reached)));
        add(lines, "course.expected", Look.DOTTED, Step::expected);
        add(lines, "course.year-before", Look.DASHED, Step::yearBefore);
        add(lines, "goal.expected-earlier", Look.DOTTED, Step::earlier);
        if (development.cumulative() && development.forecast().without() == null) {
            add(lines, "goal.forecast", Look.DOTTED, step -> ahead(step, Moment::value));
        }
        Curves curves = Curves.of(
                development.steps().stream().map(step -> point(step.period())).toList(), lines);
        if (development.cumulative() && development.forecast().isBounded()) {
            curves = curves.with(new Curves.Band(
                    translate("goal.fan"),
                    values(step -> ahead(step, Moment::low)),
                    values(step -> ahead(step, Moment::high))));
        }
        for (int i = 0; i < development.steps().size(); i++) {
            if (development.steps().get(i).period().contains(today)) {
                return curves.with(new Curves.Marker(i, translate("goal.today")));
            }
        }
        return curves;
    }

    /** Only where there is something of it. */
    private void add(List<Series> lines, String name, Look look, Function<Step, @Nullable BigDecimal> of) {
        List<@Nullable BigDecimal> values = values(of);
        if (values.stream().anyMatch(value -> value != null && value.signum() != 0)) {
            lines.add(new Series(translate(name), look, values));
        }
    }

    /** From the stretch on that today lies in, where the fan opens. */
    private @Nullable BigDecimal ahead(Step step, Function<Moment, @Nullable BigDecimal> of) {
        Period period = step.period();
        Moment moment = development.forecast().on(period.contains(today) ? today : period.to());
        BigDecimal value = moment == null ? null : of.apply(moment);
        return value == null || period.contains(today) ? value : ForecastWords.about(value);
    }

    private List<@Nullable BigDecimal> values(Function<Step, @Nullable BigDecimal> of) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        development.steps().forEach(step -> values.add(of.apply(step)));
        return values;
    }

    private Chart.Point point(Period step) {
        LocalDate from = step.from();
        String mark = switch (development.step()) {
            case WEEK -> translate("goal.week", from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> formats.shortMonth(from.getMonth());
            case DAY -> formats.dayOfYear(from);
            case QUARTER, YEAR, CUSTOM -> formats.period(step);
        };
        return new Chart.Point(mark, development.step() == PeriodKind.DAY ? formats.date(from) : formats.period(step));
    }

    private String summary() {
        BigDecimal value = stand.value();
        String target = GoalWords.amount(terms.target(), terms);
        if (value == null) {
            return translate(
                    "goal.summary-none", target, formats.date(terms.period().to()));
        }
        String reached = GoalWords.amount(value, terms);
        BigDecimal expected = stand.expectedNow();
        if (expected == null
                || today.isAfter(terms.period().to())
                || today.isBefore(terms.period().from())) {
            return translate("goal.summary-end", reached, target, state());
        }
        return translate(
                terms.reading() == GoalReading.LEVEL ? "goal.summary-level" : "goal.summary",
                reached,
                formats.date(today),
                target,
                GoalWords.amount(expected, terms),
                state());
    }

    private String state() {
        return translate(org.koploper.ui.kit.Paces.state(stand.state()).key());
    }
}
