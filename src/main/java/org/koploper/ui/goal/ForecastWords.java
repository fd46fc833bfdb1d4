package org.koploper.ui.goal;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.koploper.kpi.GoalForecast;
import org.koploper.kpi.GoalForecast.Moment;
import org.koploper.kpi.GoalForecast.Without;
import org.koploper.kpi.GoalTerms;
import org.koploper.statistics.Outlook;
import org.koploper.ui.kit.Formats;

/** What a goal comes to, how sure that is, and why there is no such number, in words. */
final class ForecastWords {

    /** More digits would say more than anybody knows. */
    private static final MathContext ABOUT = new MathContext(3, RoundingMode.HALF_UP);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ForecastWords() {}

    /** What it comes to and how probable the target is; empty where nothing is forecast. */
    static String sentence(GoalForecast forecast, GoalTerms terms) {
        Moment end = forecast.end();
        if (end == null) {
            return "";
        }
        String about = GoalWords.amount(about(end.value()), terms);
        String day = Formats.here().date(end.day());
        if (!forecast.seasonal()) {
            return translate("goal.forecast-evenly", about, day);
        }
        if (end.low() == null || end.high() == null) {
            return translate("goal.forecast-alone", about, day);
        }
        String said = translate(
                "goal.forecast-said",
                Math.min(forecast.periods(), Outlook.MEAN_OF),
                about,
                day,
                GoalWords.amount(about(end.low()), terms),
                GoalWords.amount(about(end.high()), terms));
        BigDecimal chance = forecast.chance();
        return chance == null
                ? said
                : said + " "
                        + translate(
                                "goal.chance",
                                GoalWords.amount(terms.target(), terms),
                                words(chance),
                                ofHundred(chance));
    }

    /** What to know about it, or why there is none. */
    static List<String> notes(GoalForecast forecast) {
        Without without = forecast.without();
        if (without != null) {
            return without == Without.OVER || without == Without.STOPPED
                    ? List.of()
                    : List.of(translate(
                            "goal.without."
                                    + without.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            GoalForecast.FEWEST_DAYS));
        }
        List<String> notes = new ArrayList<>();
        if (forecast.isWidened()) {
            notes.add(translate("goal.forecast-widened", forecast.errors()));
        }
        if (forecast.isBounded()) {
            notes.add(translate("goal.forecast-how"));
        }
        return notes;
    }

    /** As many digits as it is known to. */
    static BigDecimal about(BigDecimal value) {
        return value.round(ABOUT);
    }

    private static String words(BigDecimal chance) {
        double of = chance.doubleValue();
        return translate("goal.chance."
                + (of >= 0.95 ? "sure" : of >= 0.65 ? "likely" : of > 0.35 ? "open" : of > 0.05 ? "unlikely" : "no"));
    }

    /** Never 0 or 100: nothing is certain before the end. */
    private static int ofHundred(BigDecimal chance) {
        return Math.clamp(
                chance.multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP).intValue(), 1, 99);
    }
}
