package org.koploper.ui.plan;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.koploper.commission.Reasons;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Bonus;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.On;
import org.koploper.commission.engine.PayCurve;
import org.koploper.commission.engine.Ranking;
import org.koploper.commission.engine.Scorecard;
import org.koploper.commission.engine.TierRule;
import org.koploper.ui.kit.Formats;

/** Says by what rule a part of a plan pays. */
final class RuleWords {

    private final Component component;
    private final Currency currency;
    private final RateWords rates;

    RuleWords(Component component, Currency currency, RateWords rates) {
        this.component = component;
        this.currency = currency;
        this.rates = rates;
    }

    List<String> sentences() {
        return switch (component.rule()) {
            case FlatRate flat -> List.of(say("flat", RateWords.measure(component.measure()), rates.of(flat.rates())));
            case TierRule tiers -> tiers(tiers);
            case PayCurve curve -> curve(curve);
            case Bonus bonus -> bonus(bonus);
            case Scorecard card -> List.of(scorecard(card));
            case Ranking ranking -> ranking(ranking);
        };
    }

    private List<String> tiers(TierRule tiers) {
        List<String> parts = new ArrayList<>();
        for (Band band : tiers.bands()) {
            String rate = rates.of(band.rates());
            BigDecimal to = band.to();
            parts.add(to == null ? last(parts.isEmpty(), rate) : say("band-to", rate, bound(tiers.on(), to)));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(say("by", by(tiers.on()), String.join("; ", parts)));
        boolean all = tiers.bands().stream().skip(1).allMatch(Band::rerates);
        if (!tiers.on().isMargin() && tiers.bands().size() > 1 && all) {
            sentences.add(say("rerates-all"));
        } else if (!tiers.on().isMargin()) {
            tiers.bands().stream()
                    .skip(1)
                    .filter(Band::rerates)
                    .forEach(band -> sentences.add(say("rerates", bound(tiers.on(), band.from()))));
        }
        boundary(tiers.boundary(), sentences);
        return sentences;
    }

    private static String last(boolean only, String rate) {
        return only ? rate : say("band-beyond", rate);
    }

    private List<String> curve(PayCurve curve) {
        List<String> sentences = new ArrayList<>();
        String points = curve.points().stream()
                .map(point -> say("point", rate(point.payout()), rate(point.attainment())))
                .collect(Collectors.joining(", "));
        sentences.add(say("curve", PlanWords.window(curve.accumulate()), points));
        if (curve.slopeAbove() != null) {
            sentences.add(say("curve-slope", Formats.here().number(curve.slopeAbove())));
        }
        if (curve.cap() != null) {
            sentences.add(say("curve-cap", rate(curve.cap())));
        }
        return sentences;
    }

    private List<String> bonus(Bonus bonus) {
        String steps = bonus.steps().stream()
                .map(step -> {
                    String amount = PlanWords.money(step.amount(), currency);
                    String from = bound(bonus.on(), step.from());
                    return step.to() == null
                            ? say("step", amount, from)
                            : say("step-to", amount, from, bound(bonus.on(), step.to()));
                })
                .collect(Collectors.joining("; "));
        List<String> sentences = new ArrayList<>();
        sentences.add(say("by", by(bonus.on()), steps));
        boundary(bonus.boundary(), sentences);
        return sentences;
    }

    private String scorecard(Scorecard card) {
        String objectives = card.objectives().stream()
                .map(one -> rate(one.weight()) + " " + one.name())
                .collect(Collectors.joining(", "));
        return say(
                "scorecard",
                PlanWords.money(Objects.requireNonNull(component.targetPay()), currency),
                PlanWords.window(card.accumulate()),
                objectives);
    }

    private List<String> ranking(Ranking ranking) {
        String prizes = ranking.prizes().stream()
                .map(prize -> PlanWords.money(prize, currency))
                .collect(Collectors.joining(", "));
        String ties = Reasons.code(ranking.ties());
        return List.of(
                say("ranking", rates.countedMeasure(), PlanWords.window(ranking.accumulate()), prizes),
                say("ties." + ties));
    }

    private static void boundary(Boundary boundary, List<String> sentences) {
        if (boundary == Boundary.LOWER) {
            sentences.add(say("boundary-lower"));
        }
    }

    private String by(On on) {
        return switch (on) {
            case COUNTED -> say("by-counted", rates.countedMeasure(), PlanWords.window(rates.accumulate()));
            case ATTAINMENT -> say("by-attainment", PlanWords.window(rates.accumulate()));
            case OUTPUT -> say("by-output", PlanWords.window(rates.accumulate()));
            case MARGIN_ON_PRICE -> say("by-margin-on-price");
            case MARGIN_ON_COST -> say("by-margin-on-cost");
        };
    }

    private String bound(On on, BigDecimal bound) {
        return switch (on) {
            case COUNTED -> rates.counted(bound);
            case OUTPUT -> PlanWords.money(bound, currency);
            case ATTAINMENT, MARGIN_ON_PRICE, MARGIN_ON_COST -> rate(bound);
        };
    }

    private static String rate(BigDecimal share) {
        return Formats.here().rate(share);
    }

    private static String say(String key, Object... arguments) {
        return I18NProvider.translate("plans.words." + key, arguments);
    }
}
