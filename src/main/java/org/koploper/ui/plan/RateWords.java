package org.koploper.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Bonus;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Counts;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.Match;
import org.koploper.commission.engine.Measure;
import org.koploper.commission.engine.PayCurve;
import org.koploper.commission.engine.Ranking;
import org.koploper.commission.engine.Rates;
import org.koploper.commission.engine.Scorecard;
import org.koploper.commission.engine.TierRule;
import org.koploper.commission.engine.Unit;
import org.koploper.ui.kit.Formats;

/** Says the rates of one part of a plan, in the units that it counts and pays in. */
final class RateWords {

    private final Component component;
    private final Currency currency;

    RateWords(Component component, Currency currency) {
        this.component = component;
        this.currency = currency;
    }

    /** {@code 5%}, or {@code 5% (product: A), 3% (all else)}. */
    String of(Rates rates) {
        return by(rates, this::value);
    }

    /** {@code × 1.5 (term: two-years), × 1 (all else)}. */
    String multipliers(Rates rates) {
        return by(rates, one -> say("times", Formats.here().number(one.value())));
    }

    private static String by(Rates rates, Function<Rates.Case, String> value) {
        if (rates.cases().size() == 1 && rates.cases().getFirst().when().equals(Match.ALL)) {
            return value.apply(rates.cases().getFirst());
        }
        return rates.cases().stream()
                .map(one -> say(
                        "case", value.apply(one), one.when().equals(Match.ALL) ? say("all-else") : kind(one.when())))
                .collect(Collectors.joining(", "));
    }

    private String value(Rates.Case one) {
        if (component.targetPay() != null) {
            return say("times-target-pay", Formats.here().number(one.value()));
        }
        if (one.fixed()) {
            return say("fixed", PlanWords.money(one.value(), currency));
        }
        return component.measure().unit() == Unit.AMOUNT
                ? Formats.here().rate(one.value())
                : say("each-" + code(component.measure()), PlanWords.money(one.value(), currency));
    }

    /** An amount of what moves the position: money, or a plain number with what it counts. */
    String counted(BigDecimal amount) {
        Counts counts = component.counts();
        Measure measure = counts == null ? component.measure() : counts.measure();
        return measure.unit() == Unit.AMOUNT
                ? PlanWords.money(amount, currency)
                : Formats.here().number(amount) + " " + measure(measure);
    }

    /** What moves the position. */
    String countedMeasure() {
        Counts counts = component.counts();
        return measure(counts == null ? component.measure() : counts.measure());
    }

    /** Over which stretch of time the rule adds up. */
    Accumulate accumulate() {
        return switch (component.rule()) {
            case FlatRate flat -> Accumulate.MONTH;
            case TierRule tiers -> tiers.accumulate();
            case PayCurve curve -> curve.accumulate();
            case Bonus bonus -> bonus.accumulate();
            case Scorecard card -> card.accumulate();
            case Ranking ranking -> ranking.accumulate();
        };
    }

    /** {@code product: A, B; segment: new}, as the plan writes it. */
    static String kind(Match match) {
        return new TreeMap<>(match.wanted())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ": "
                                + entry.getValue().stream().sorted().collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "));
    }

    static String measure(Measure measure) {
        return say("measure." + code(measure));
    }

    private static String code(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate("plans.words." + key, arguments);
    }
}
