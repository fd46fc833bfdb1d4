package org.koploper.commission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.koploper.commission.engine.Formula;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Reason;
import org.koploper.commission.engine.Unit;
import org.koploper.money.Decimals;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Computes a statement again from nothing but itself: every step of every reason from its operands, every line from its
 * reason, the total from the lines. It knows no database and no plan, so whoever holds a statement can have it checked. What
 * it cannot tell is whether the facts at the leaves are true.
 */
public final class StatementCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** No currency has more; what a file says beyond that is an attack on memory. */
    private static final BigDecimal MOST_DECIMALS = BigDecimal.valueOf(30);

    /** What is a base times a rate; whatever is weighed, limited or fixed is not. */
    private static final Set<Label> RATES = EnumSet.of(Label.COMMISSION_ON_DEAL, Label.COMMISSION_IN_TIER);

    private final List<String> faults = new ArrayList<>();
    private final Map<String, BigDecimal> sums = new TreeMap<>();
    private int steps;

    private StatementCheck() {}

    /**
     * What a check found.
     *
     * @param total with its currency
     * @param steps how many were computed again
     * @param faults each in one sentence without a full stop; empty when all is as it says
     */
    public record Found(String person, String period, String total, int lines, int steps, List<String> faults) {}

    /**
     * Checks.
     *
     * @param json a statement as the interface answers it
     * @throws IllegalArgumentException when it is none
     */
    public static Found of(String json) {
        try {
            return new StatementCheck().check(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    private Found check(JsonNode statement) {
        String currency = text(statement, "currency");
        int count = 0;
        for (JsonNode line : list(statement, "lines")) {
            count++;
            check(line, "line " + count + " (" + text(line, "component") + ")");
        }
        total("the total", currency, number(statement, "total"));
        for (var other : list(statement, "otherTotals").properties()) {
            total(
                    "the total in " + other.getKey(),
                    other.getKey(),
                    number(list(statement, "otherTotals"), other.getKey()));
        }
        sums.keySet().forEach(left -> faults.add("there are lines in " + left + " and no total"));
        return new Found(
                text(statement, "person"),
                text(statement, "period"),
                text(statement, "total") + " " + currency,
                count,
                steps,
                List.copyOf(faults));
    }

    private void check(JsonNode line, String name) {
        BigDecimal amount = number(line, "amount");
        Reason reason = reason(list(line, "reason"), name);
        compare(name, amount, "its reason", reason.result());
        if (RATES.contains(reason.label()) && reason.formula() == Formula.PRODUCT) {
            compare(
                    name + ", base",
                    number(line, "base"),
                    "its reason",
                    reason.operands().getFirst().result());
            compare(
                    name + ", rate",
                    number(line, "rate"),
                    "its reason",
                    reason.operands().getLast().result());
        }
        sums.merge(text(line, "currency"), amount, BigDecimal::add);
    }

    private void total(String name, String currency, BigDecimal said) {
        BigDecimal sum = sums.remove(currency);
        compare(name, said, "the sum of the lines", sum == null ? BigDecimal.ZERO : sum);
    }

    /** Operands first, so that a wrong number is told where it is and not again in every step above it. */
    private Reason reason(JsonNode node, String name) {
        steps++;
        List<Reason> operands = new ArrayList<>();
        list(node, "operands").values().forEach(operand -> operands.add(reason(operand, name)));
        BigDecimal said = number(node, "result");
        Unit unit = constant(Unit.class, text(node, "unit"));
        if (unit == Unit.COUNT && said.abs().compareTo(MOST_DECIMALS) > 0) {
            throw new IllegalArgumentException("no statement, since it counts to " + Decimals.plain(said));
        }
        Reason reason = new Reason(
                constant(Label.class, text(node, "code")),
                constant(Formula.class, text(node, "formulaCode")),
                operands,
                said,
                unit,
                optional(node, "source"));
        String step = name + ", " + text(node, "code");
        try {
            compare(step, said, "its operands", reason.fromOperands());
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add(step + " cannot follow from such operands");
        }
        return reason;
    }

    private void compare(String name, BigDecimal said, String by, BigDecimal found) {
        if (said.compareTo(found) != 0) {
            faults.add(name + " says " + Decimals.plain(said) + ", and " + Decimals.plain(found) + " by " + by);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String code) {
        try {
            return Reasons.constant(type, code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("of another version, since it has the word " + code, e);
        }
    }

    private static BigDecimal number(JsonNode node, String field) {
        try {
            return Decimals.parse(text(node, field));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no statement, since " + field + " is no exact decimal", e);
        }
    }

    private static JsonNode list(JsonNode node, String field) {
        JsonNode inner = node.get(field);
        if (inner == null || !inner.isContainer()) {
            throw new IllegalArgumentException("no statement, since it has no " + field);
        }
        return inner;
    }

    private static String text(JsonNode node, String field) {
        String text = optional(node, field);
        if (text == null) {
            throw new IllegalArgumentException("no statement, since it has no " + field);
        }
        return text;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || !value.isString() ? null : value.stringValue();
    }
}
