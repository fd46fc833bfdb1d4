package org.koploper.ui.goal;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Acceptance;
import org.koploper.kpi.AgreedGoal;
import org.koploper.kpi.GoalKpi;
import org.koploper.kpi.GoalReading;
import org.koploper.kpi.GoalScope;
import org.koploper.kpi.GoalShape;
import org.koploper.kpi.GoalStand;
import org.koploper.kpi.GoalTerms;
import org.koploper.kpi.Indicator;
import org.koploper.kpi.KpiDirection;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.KpiWords;
import org.koploper.ui.chart.Unit;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Pace;
import org.koploper.ui.kit.Paces;
import org.koploper.ui.kit.StatusBadge;

/** Goals in the language of the reader. */
final class GoalWords {

    private GoalWords() {}

    static String kpi(GoalKpi kpi) {
        Indicator indicator = kpi.indicator();
        return indicator == null
                ? translate("kpi." + kpi.key())
                : KpiWords.name(indicator, Formats.here().locale());
    }

    static String reading(GoalReading reading) {
        return translate("code.targets.reading." + key(reading));
    }

    /** What that reading means, with what it compares. */
    static String meaning(GoalReading reading) {
        return translate("goal.means." + key(reading));
    }

    static String shape(GoalShape shape) {
        return translate("code.targets.curve." + key(shape));
    }

    static String scope(GoalScope scope) {
        return translate("code.targets.scope." + key(scope));
    }

    private static String key(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The goal as a sentence: what from where to where, of whom, until when. */
    static String sentence(AgreedGoal goal) {
        GoalTerms terms = goal.terms();
        Formats formats = Formats.here();
        String target = amount(terms.target(), terms);
        String period = formats.period(terms.period());
        if (terms.baseline() == null) {
            return translate("goal.sentence", goal.name(), kpi(terms.kpi()), target, period);
        }
        return translate(
                terms.direction() == KpiDirection.LOWER ? "goal.sentence-lower" : "goal.sentence-raise",
                goal.name(),
                kpi(terms.kpi()),
                amount(terms.baseline(), terms),
                target,
                change(terms),
                period);
    }

    /** By how much: in points for a rate in points, else in percent of what was. */
    static String change(GoalTerms terms) {
        Formats formats = Formats.here();
        BigDecimal baseline = terms.baseline();
        BigDecimal growth = terms.growth();
        if (baseline != null && terms.reading() == GoalReading.RATIO_POINTS) {
            return formats.signed(terms.target().subtract(baseline), formats::points);
        }
        return growth == null ? "–" : formats.signed(growth, formats::percent);
    }

    /** A number of that goal, as its KPI is counted. */
    static String amount(BigDecimal amount, GoalTerms terms) {
        return unit(terms).words(amount);
    }

    static Unit unit(GoalTerms terms) {
        return unit(terms.kpi(), terms.currency());
    }

    static Unit unit(GoalKpi kpi, @Nullable String currency) {
        return kpi.unit() == KpiUnit.RATIO
                ? Unit.share()
                : Unit.money(currency == null ? null : Currency.getInstance(currency));
    }

    /** As the bar shows it; null where there is no way to go. */
    static @Nullable Pace pace(GoalStand stand) {
        GoalTerms terms = stand.agreed().terms();
        BigDecimal progress = stand.progress();
        BigDecimal value = stand.value();
        BigDecimal start = terms.start();
        if (progress == null || value == null || start == null) {
            return null;
        }
        BigDecimal expected = stand.expectedNow();
        return new Pace(
                progress,
                expected == null
                        ? null
                        : expected.subtract(start).divide(terms.target().subtract(start), MathContext.DECIMAL64),
                Paces.state(stand.state()),
                amount(value, terms),
                amount(terms.target(), terms));
    }

    static StatusBadge badge(Acceptance acceptance) {
        return new StatusBadge(
                "goal.acceptance." + acceptance.key(),
                switch (acceptance) {
                    case NOT_ASKED -> StatusBadge.Tone.NEUTRAL;
                    case PROPOSED, DISCUSSED -> StatusBadge.Tone.WARN;
                    case ACCEPTED -> StatusBadge.Tone.GOOD;
                });
    }

    /** Where it stands in one word; whether it was stopped goes before everything else. */
    static StatusBadge state(GoalStand stand) {
        if (stand.agreed().stopped()) {
            return new StatusBadge("goal.stopped", StatusBadge.Tone.NEUTRAL);
        }
        Pace.State state = Paces.state(stand.state());
        return new StatusBadge(state.key(), state.tone());
    }
}
