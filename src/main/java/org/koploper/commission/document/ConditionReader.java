package org.koploper.commission.document;

import java.util.List;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Condition;
import org.koploper.commission.engine.Condition.Gauge;
import org.koploper.commission.engine.Gate;

/**
 * Reads the gates of a component: what is measured ({@code of} a measure, {@code attainment} of a component or the
 * {@code score} of an objective) and {@code at_least} or {@code below} what; or {@code all}, {@code any}, {@code not}.
 */
final class ConditionReader {

    private static final int MOST = 20;

    private ConditionReader() {}

    static List<Gate> gates(PlanFields component) {
        return component.listOrNone("gates", MOST, (fields, index) -> {
            Condition condition = condition(fields.object("when"));
            var otherwise = fields.has("otherwise")
                    ? fields.decimal("otherwise", PlanDocument.RATE_DECIMALS)
                    : java.math.BigDecimal.ZERO;
            return fields.fitting("otherwise", () -> new Gate(condition, otherwise));
        });
    }

    private static Condition condition(PlanFields fields) {
        Condition read = read(fields);
        fields.done();
        return read;
    }

    private static Condition read(PlanFields fields) {
        if (fields.has("all")) {
            return new Condition.All(fields.list("all", MOST, (one, index) -> read(one)));
        }
        if (fields.has("any")) {
            return new Condition.Any(fields.list("any", MOST, (one, index) -> read(one)));
        }
        if (fields.has("not")) {
            return new Condition.Not(condition(fields.object("not")));
        }
        if (fields.has("at_least") == fields.has("below")) {
            throw fields.fault("at_least", "one-of", "all, any, not, at_least, below");
        }
        Gauge gauge = gauge(fields);
        return fields.has("at_least")
                ? new Condition.AtLeast(gauge, fields.decimal("at_least", PlanDocument.AMOUNT_DECIMALS))
                : new Condition.Below(gauge, fields.decimal("below", PlanDocument.AMOUNT_DECIMALS));
    }

    private static Gauge gauge(PlanFields fields) {
        if (fields.has("attainment")) {
            return new Condition.Attained(fields.text("attainment"));
        }
        Accumulate over = fields.choice("over", Choices.ACCUMULATE, "period");
        return fields.has("score")
                ? new Condition.Scored(fields.text("score"), over)
                : new Condition.Total(
                        fields.choice("of", Choices.MEASURE, "revenue"),
                        RatesReader.where(fields),
                        over,
                        fields.choice("whose", Choices.WHOSE, "own"));
    }
}
