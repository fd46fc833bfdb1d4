package org.koploper.ui.goal;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.GoalKpi;
import org.koploper.kpi.GoalPreview;
import org.koploper.kpi.GoalReading;
import org.koploper.kpi.GoalTerms;
import org.koploper.kpi.Smart;
import org.koploper.period.Period;
import org.koploper.period.PeriodKind;
import org.koploper.ui.chart.Unit;
import org.koploper.ui.kit.Formats;

/** What a draft comes to, and how often as much was reached before, in words. */
final class GoalComes {

    private GoalComes() {}

    static String words(GoalKpi kpi, Period period, GoalPreview preview) {
        Formats formats = Formats.here();
        Unit unit = GoalWords.unit(kpi, preview.currency());
        String before = formats.period(preview.baselinePeriod());
        BigDecimal target = preview.target();
        if (preview.baseline() == null || target == null) {
            return translate("goal.nothing-before", before);
        }
        String comes = translate("goal.comes", unit.words(preview.baseline()), before, unit.words(target));
        if (!preview.over()) {
            comes += " " + translate("goal.not-over");
        }
        Smart.History history = preview.history();
        return history == null ? comes : comes + " " + often(history, period, formats::percent);
    }

    /** "Reached in 2 of the last 12 quarters; the most was +9 %." */
    static String often(Smart.History history, GoalTerms terms) {
        Formats formats = Formats.here();
        return often(
                history,
                terms.period(),
                terms.reading() == GoalReading.RATIO_POINTS ? formats::points : formats::percent);
    }

    private static String often(Smart.History history, Period period, Function<BigDecimal, String> words) {
        Formats formats = Formats.here();
        if (!history.isEnough()) {
            return translate("goal.history-short", formats.number(history.periods()), name(period));
        }
        return translate(
                history.reached() == 0 ? "goal.history-never" : "goal.history",
                formats.number(history.reached()),
                formats.number(history.periods()),
                name(period),
                formats.signed(history.best(), words));
    }

    /** What periods as long are called. */
    private static @Nullable String name(Period period) {
        PeriodKind kind = period.kind();
        return kind == PeriodKind.CUSTOM
                ? translate("goal.periods.custom")
                : translate("goal.periods." + kind.name().toLowerCase(java.util.Locale.ROOT));
    }
}
