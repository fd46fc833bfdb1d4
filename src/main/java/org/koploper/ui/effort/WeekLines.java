package org.koploper.ui.effort;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.EffortLine;
import org.koploper.kpi.EffortWeek;
import org.koploper.statistics.Trend;
import org.koploper.ui.kit.Chart;
import org.koploper.ui.kit.Chart.Look;
import org.koploper.ui.kit.Chart.Point;
import org.koploper.ui.kit.Chart.Series;

/** What rises and falls from week to week, one small chart each. Too few weeks are dots, and nothing is said about them. */
class WeekLines extends Div {

    private final List<EffortWeek> weeks;
    private final LocalDate today;

    /** @param weeks at least one, the oldest first */
    WeekLines(List<EffortWeek> weeks, LocalDate today) {
        this.weeks = weeks;
        this.today = today;
        addClassName("kp-multiples");
        for (EffortLine line : EffortLine.values()) {
            List<@Nullable BigDecimal> values = new ArrayList<>();
            weeks.forEach(week -> values.add(line.in(week)));
            if (values.stream().anyMatch(Objects::nonNull)) {
                add(one(line, values));
            }
        }
    }

    private Section one(EffortLine line, List<@Nullable BigDecimal> values) {
        String name = getTranslation("effort.line." + line.key());
        boolean few = weeks.size() < Trend.FEWEST;
        Chart chart = new Chart(
                        getTranslation("effort.line-said", name, course(line, values), verdict(line)),
                        weeks.stream()
                                .map(week -> new Point(
                                        EffortWords.shortWeek(week.monday()), EffortWords.week(week.monday())))
                                .toList(),
                        List.of(new Series(name, few ? Look.DOTS : Look.SOLID, values)),
                        value -> words(line, value),
                        value -> words(line, value))
                .withTable(false, open -> {});
        return new Section(new H3(name), chart);
    }

    private static String words(EffortLine line, BigDecimal value) {
        return line.isShare() ? EffortWords.rate(value) : EffortWords.tenth(value);
    }

    /** From the first to the last week that has it. */
    private String course(EffortLine line, List<@Nullable BigDecimal> values) {
        List<BigDecimal> known = values.stream().filter(Objects::nonNull).toList();
        return known.size() == 1
                ? words(line, known.getFirst())
                : getTranslation("effort.line-course", words(line, known.getFirst()), words(line, known.getLast()));
    }

    private String verdict(EffortLine line) {
        if (line == EffortLine.MINUTES_A_CALL) {
            return getTranslation("effort.trend.untested");
        }
        return line.trend(weeks, today)
                .map(trend -> !trend.isOne()
                        ? getTranslation("effort.trend.wavers")
                        : getTranslation(
                                trend.z() > 0 ? "effort.trend.rises" : "effort.trend.falls",
                                EffortWords.chance(trend.byChance())))
                .orElseGet(() -> getTranslation("effort.trend.few", Trend.FEWEST));
    }
}
