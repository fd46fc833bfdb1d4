package org.koploper.commission.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Band;
import org.koploper.commission.engine.Bonus;
import org.koploper.commission.engine.Boundary;
import org.koploper.commission.engine.FlatRate;
import org.koploper.commission.engine.On;
import org.koploper.commission.engine.PayCurve;
import org.koploper.commission.engine.Ranking;
import org.koploper.commission.engine.RateRule;
import org.koploper.commission.engine.Rates;
import org.koploper.commission.engine.Scorecard;
import org.koploper.commission.engine.TierRule;
import org.koploper.commission.engine.Ties;

/** Reads the rule of a component. */
final class RuleReader {

    static final List<String> RULES = List.of("flat", "tiers", "curve", "bonus", "scorecard", "ranking");

    private static final int MOST_BANDS = 50;
    private static final Map<String, Mode> MODE = Map.of(
            "marginal", Mode.MARGINAL,
            "retroactive", Mode.RETROACTIVE,
            "mixed", Mode.MIXED,
            "interpolated", Mode.INTERPOLATED);

    private enum Mode {
        MARGINAL,
        RETROACTIVE,
        MIXED,
        INTERPOLATED
    }

    private RuleReader() {}

    static RateRule read(PlanFields component) {
        List<String> given = RULES.stream().filter(component::has).toList();
        if (given.size() != 1) {
            throw component.fault(RULES.getFirst(), "one-rule", String.join(", ", RULES));
        }
        PlanFields fields = component.object(given.getFirst());
        RateRule rule = switch (given.getFirst()) {
            case "flat" -> new FlatRate(RatesReader.read(fields));
            case "tiers" -> tiers(fields);
            case "curve" -> curve(fields);
            case "bonus" -> bonus(fields);
            case "ranking" -> ranking(fields);
            default -> scorecard(fields);
        };
        fields.done();
        return rule;
    }

    private static RateRule tiers(PlanFields fields) {
        Mode mode = fields.choice("mode", MODE, "marginal");
        Accumulate accumulate = accumulate(fields);
        Boundary boundary = fields.choice("boundary", Choices.BOUNDARY, "upper");
        On on = fields.choice("on", Choices.ON, "amount");
        if (mode == Mode.INTERPOLATED) {
            List<Bonus.Step> steps = fields.list("bands", MOST_BANDS, (band, index) -> step(band));
            return fields.fitting("bands", () -> new Bonus(accumulate, boundary, on, steps));
        }
        List<Band> bands = fields.list("bands", MOST_BANDS, (band, index) -> band(band, mode));
        return fields.fitting("bands", () -> new TierRule(accumulate, boundary, on, bands));
    }

    private static Band band(PlanFields fields, Mode mode) {
        BigDecimal from = fields.decimal("from", PlanDocument.AMOUNT_DECIMALS);
        BigDecimal to = fields.decimalOrNull("to", PlanDocument.AMOUNT_DECIMALS);
        Rates rates = RatesReader.read(fields);
        boolean rerates = mode == Mode.RETROACTIVE
                || mode == Mode.MIXED && fields.choice("rerates", Map.of("true", true, "false", false), "false");
        return fields.fitting("from", () -> new Band(from, to, rates, rerates));
    }

    private static Bonus.Step step(PlanFields fields) {
        BigDecimal from = fields.decimal("from", PlanDocument.AMOUNT_DECIMALS);
        BigDecimal to = fields.decimalOrNull("to", PlanDocument.AMOUNT_DECIMALS);
        BigDecimal amount = fields.decimal("amount", PlanDocument.AMOUNT_DECIMALS);
        return fields.fitting("from", () -> new Bonus.Step(from, to, amount));
    }

    private static RateRule bonus(PlanFields fields) {
        Accumulate accumulate = accumulate(fields);
        Boundary boundary = fields.choice("boundary", Choices.BOUNDARY, "upper");
        On on = fields.choice("on", Choices.ON, "amount");
        List<Bonus.Step> steps = fields.list("steps", MOST_BANDS, (step, index) -> step(step));
        return fields.fitting("steps", () -> new Bonus(accumulate, boundary, on, steps));
    }

    private static RateRule curve(PlanFields fields) {
        Accumulate accumulate = accumulate(fields);
        List<PayCurve.Point> points = fields.list("points", MOST_BANDS, (point, index) -> {
            BigDecimal attainment = fields(point, "attainment");
            BigDecimal payout = fields(point, "payout");
            return point.fitting("attainment", () -> new PayCurve.Point(attainment, payout));
        });
        BigDecimal slope = fields.decimalOrNull("slope_above", PlanDocument.RATE_DECIMALS);
        BigDecimal cap = fields.decimalOrNull("cap", PlanDocument.RATE_DECIMALS);
        return fields.fitting("points", () -> new PayCurve(accumulate, points, slope, cap));
    }

    private static BigDecimal fields(PlanFields point, String field) {
        return point.decimal(field, PlanDocument.RATE_DECIMALS);
    }

    private static RateRule scorecard(PlanFields fields) {
        Accumulate accumulate = accumulate(fields);
        List<Scorecard.Objective> objectives = new ArrayList<>(fields.list("objectives", MOST_BANDS, (one, index) -> {
            String name = one.text("name");
            BigDecimal weight = one.decimal("weight", PlanDocument.RATE_DECIMALS);
            return one.fitting("weight", () -> new Scorecard.Objective(name, weight));
        }));
        return fields.fitting("objectives", () -> new Scorecard(accumulate, objectives));
    }

    private static RateRule ranking(PlanFields fields) {
        Accumulate accumulate = accumulate(fields);
        List<BigDecimal> prizes = fields.decimals("prizes", MOST_BANDS, PlanDocument.AMOUNT_DECIMALS);
        Ties ties = fields.choice("ties", Choices.TIES, "pooled");
        return fields.fitting("prizes", () -> new Ranking(accumulate, prizes, ties));
    }

    private static Accumulate accumulate(PlanFields fields) {
        return fields.choice("accumulate", Choices.ACCUMULATE, "period");
    }
}
