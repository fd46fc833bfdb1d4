package org.koploper.commission.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Accumulate;
import org.koploper.commission.engine.Budget;
import org.koploper.commission.engine.Component;
import org.koploper.commission.engine.Counts;
import org.koploper.commission.engine.Gate;
import org.koploper.commission.engine.Limits;
import org.koploper.commission.engine.Match;
import org.koploper.commission.engine.Measure;
import org.koploper.commission.engine.PartTime;
import org.koploper.commission.engine.Quota;
import org.koploper.commission.engine.RateRule;
import org.koploper.commission.engine.Rates;
import org.koploper.commission.engine.Sales;
import org.koploper.commission.engine.Validity;
import org.koploper.commission.engine.Whose;

/** Reads one component: what it measures, its rule, and what limits it. */
final class ComponentReader {

    private static final int NAME_LENGTH = 100;
    private static final int MOST_RAMP = 60;
    private static final Map<String, Boolean> SPLIT = Map.of("credit", false, "payout", true);
    private static final Map<String, Boolean> BEYOND = Map.of("lost", false, "carried", true);

    private ComponentReader() {}

    static Component read(PlanFields fields) {
        String name = fields.text("name");
        if (name.length() > NAME_LENGTH) {
            throw fields.fault("name", "too-long", NAME_LENGTH);
        }
        Measure measure = fields.choice("measure", Choices.MEASURE, "revenue");
        Match where = RatesReader.where(fields);
        RateRule rule = RuleReader.read(fields);
        Counts counts = counts(fields, measure);
        Quota quota = fields.has("quota") ? quota(fields.object("quota")) : null;
        BigDecimal target = fields.decimalOrNull("target_pay", PlanDocument.AMOUNT_DECIMALS);
        BigDecimal weight =
                fields.has("weight") ? fields.decimal("weight", PlanDocument.RATE_DECIMALS) : BigDecimal.ONE;
        List<Gate> gates = ConditionReader.gates(fields);
        Limits limits = fields.has("limits") ? limits(fields.object("limits")) : Limits.NONE;
        Sales sales = sales(fields);
        return fields.fitting(
                "name",
                () -> new Component(name, measure, where, counts, rule, quota, target, weight, gates, limits, sales));
    }

    /** Whose sales ({@code own}), whether lower levels are taken off ({@code false}), how a deal is split ({@code credit}). */
    private static Sales sales(PlanFields fields) {
        Whose whose = fields.choice("whose", Choices.WHOSE, "own");
        boolean less = fields.choice("less_lower_levels", Choices.YES_OR_NO, "false");
        boolean divided = fields.choice("split", SPLIT, "credit");
        Validity days = fields.has("days") ? days(fields.object("days")) : null;
        return fields.fitting(less ? "less_lower_levels" : "split", () -> new Sales(whose, less, divided, days));
    }

    private static Validity days(PlanFields fields) {
        LocalDate from = fields.date("from");
        LocalDate to = fields.date("to");
        fields.done();
        return fields.fitting("to", () -> new Validity(from, to));
    }

    /** What moves the position: said aloud, or the quantity where tiers are on that. */
    private static @Nullable Counts counts(PlanFields component, Measure measure) {
        if (component.has("counts")) {
            PlanFields fields = component.object("counts");
            Measure counted = fields.choice("measure", Choices.MEASURE, name(measure));
            Rates times = fields.has("rates")
                    ? RatesReader.read(fields)
                    : new Rates(List.of(new Rates.Case(Match.ALL, multiplier(fields), false)));
            fields.done();
            return new Counts(counted, times);
        }
        for (String rule : List.of("tiers", "bonus")) {
            if (component.has(rule)
                    && "quantity".equals(component.object(rule).text("on", "amount"))
                    && measure != Measure.QUANTITY) {
                return new Counts(Measure.QUANTITY, Rates.of(BigDecimal.ONE));
            }
        }
        return null;
    }

    private static BigDecimal multiplier(PlanFields fields) {
        return fields.has("multiplier") ? fields.decimal("multiplier", PlanDocument.RATE_DECIMALS) : BigDecimal.ONE;
    }

    private static String name(Measure measure) {
        return Choices.MEASURE.entrySet().stream()
                .filter(entry -> entry.getValue() == measure)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Quota quota(PlanFields fields) {
        BigDecimal amount = fields.decimalOrNull("amount", PlanDocument.AMOUNT_DECIMALS);
        List<BigDecimal> ramp = fields.decimals("ramp", MOST_RAMP, PlanDocument.AMOUNT_DECIMALS);
        var proration = fields.choice("prorate", Choices.PRORATION, "none");
        PartTime partTime = fields.choice("part_time", Choices.PART_TIME, "ignored");
        fields.done();
        return fields.fitting(
                partTime == PartTime.IGNORED ? "amount" : "part_time",
                () -> new Quota(amount, ramp, proration, partTime));
    }

    private static Limits limits(PlanFields fields) {
        BigDecimal perDeal = fields.decimalOrNull("most_per_deal", PlanDocument.AMOUNT_DECIMALS);
        BigDecimal most = fields.decimalOrNull("most", PlanDocument.AMOUNT_DECIMALS);
        Accumulate over = fields.choice("over", Choices.ACCUMULATE, "period");
        BigDecimal least = fields.decimalOrNull("least", PlanDocument.AMOUNT_DECIMALS);
        boolean carried = fields.choice("beyond", BEYOND, "lost");
        Budget budget = fields.has("budget") ? budget(fields.object("budget")) : null;
        fields.done();
        return fields.fitting(
                carried ? "beyond" : "most", () -> new Limits(perDeal, most, over, least, carried, budget));
    }

    private static Budget budget(PlanFields fields) {
        BigDecimal amount = fields.decimal("amount", PlanDocument.AMOUNT_DECIMALS);
        Accumulate over = fields.choice("over", Choices.ACCUMULATE, "period");
        Budget.Overrun overrun = fields.choice("overrun", Choices.OVERRUN, "pro-rata");
        fields.done();
        return fields.fitting("amount", () -> new Budget(amount, over, overrun));
    }
}
