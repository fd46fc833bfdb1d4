package org.koploper.ui.kit;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.GoalCurve;
import org.koploper.kpi.GoalCurve.Day;
import org.koploper.ui.kit.Chart.Look;
import org.koploper.ui.kit.Chart.Point;
import org.koploper.ui.kit.Chart.Series;

/** The way to a goal as a chart: what was reached, what is expected by working days, and the year before. */
public final class GoalCourse {

    private final GoalCurve curve;
    private final Formats formats = Formats.here();
    private final @Nullable Day now;

    private GoalCourse(GoalCurve curve) {
        this.curve = curve;
        this.now = curve.days().stream()
                .filter(day -> day.reached() != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** That chart, without its table. */
    public static Chart of(GoalCurve curve) {
        return new GoalCourse(curve).chart();
    }

    private Chart chart() {
        List<Series> series = new ArrayList<>();
        series.add(new Series(translate("course.reached"), Look.SOLID, values(Day::reached)));
        if (curve.target() != null) {
            series.add(new Series(translate("course.expected"), Look.DOTTED, values(Day::expected)));
        }
        if (curve.days().getLast().yearBefore().signum() != 0) {
            series.add(new Series(translate("course.year-before"), Look.DASHED, values(Day::yearBefore)));
        }
        return new Chart(
                summary(),
                curve.days().stream()
                        .map(day -> new Point(String.valueOf(day.on().getDayOfMonth()), formats.dayOfYear(day.on())))
                        .toList(),
                series,
                this::amount,
                this::amount);
    }

    private List<@Nullable BigDecimal> values(Function<Day, @Nullable BigDecimal> of) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        curve.days().forEach(day -> values.add(of.apply(day)));
        return values;
    }

    private String summary() {
        BigDecimal target = curve.target();
        Day day = now;
        if (day == null) {
            return target == null
                    ? translate("course.not-begun")
                    : translate("course.not-begun-target", amount(target));
        }
        BigDecimal reached = Objects.requireNonNull(day.reached());
        String sold = translate("course.words", amount(reached), formats.date(day.on()));
        if (target != null) {
            sold = translate("course.words-target", sold, formats.percent(share(reached, target)), amount(target))
                    + distance(reached, Objects.requireNonNull(day.expected()), target);
        }
        return day.yearBefore().signum() == 0
                ? translate("chart.sentence", sold)
                : translate("course.words-year-before", sold, amount(day.yearBefore()));
    }

    private String distance(BigDecimal reached, BigDecimal expected, BigDecimal target) {
        BigDecimal ahead = share(reached.subtract(expected), target);
        return switch (ahead.signum()) {
            case 1 -> translate("course.ahead", formats.points(ahead));
            case -1 -> translate("course.behind", formats.points(ahead.negate()));
            default -> "";
        };
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, MathContext.DECIMAL64);
    }

    private String amount(BigDecimal amount) {
        String currency = curve.currency();
        return currency == null ? formats.number(amount) : formats.wholeMoney(amount, Currency.getInstance(currency));
    }
}
