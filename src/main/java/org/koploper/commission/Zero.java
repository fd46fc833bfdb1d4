package org.koploper.commission;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.koploper.commission.engine.Formula;
import org.koploper.commission.engine.Label;
import org.koploper.commission.engine.Reason;
import org.koploper.commission.engine.Unit;

/** Why something comes to nothing, read from the reasons of the engine and from nothing else. Pure. */
public final class Zero {

    /** What a number is held against to see whether it is enough. */
    private static final Set<Label> BOUNDS =
            EnumSet.of(Label.GATE_AT, Label.STEP_FROM, Label.POINT_AT, Label.TIER_FROM, Label.QUOTA);

    private Zero() {}

    /** Several lines as one number: their sum, or the only one as it is. */
    public static Reason sum(List<Reason> lines) {
        if (lines.size() == 1) {
            return lines.getFirst();
        }
        BigDecimal sum = lines.stream().map(Reason::result).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Reason(Label.SUM_OF_LINES, Formula.SUM, lines, sum, Unit.AMOUNT, null);
    }

    /** The step that made it nothing: the deepest one without which it would have been something. */
    static Reason decisive(Reason zero) {
        List<Reason> operands = zero.operands();
        return switch (zero.formula()) {
            case PRODUCT, LEAST, SUM, DIFFERENCE ->
                operands.stream()
                        .filter(operand -> operand.result().signum() == 0)
                        .findFirst()
                        .filter(operand -> zero.formula() == Formula.PRODUCT
                                || zero.formula() == Formula.LEAST
                                || operands.stream()
                                        .allMatch(one -> one.result().signum() == 0))
                        .map(Zero::decisive)
                        .orElse(zero);
            case QUOTIENT -> operands.getFirst().result().signum() == 0 ? decisive(operands.getFirst()) : zero;
            case ROUNDED_HALF_UP, ROUNDED_HALF_EVEN, ROUNDED_UP, ROUNDED_DOWN ->
                operands.getFirst().result().signum() == 0 ? decisive(operands.getFirst()) : zero;
            case AT_LEAST, BELOW -> {
                Reason chosen = chosen(zero);
                yield isChoice(chosen) ? decisive(chosen) : zero;
            }
            case GIVEN, OVERLAP, EXCESS, MOST, ALLOTTED, LINE -> zero;
        };
    }

    private static boolean isChoice(Reason reason) {
        return reason.formula() == Formula.AT_LEAST || reason.formula() == Formula.BELOW;
    }

    private static Reason chosen(Reason choice) {
        boolean reached = choice.operands()
                        .get(0)
                        .result()
                        .compareTo(choice.operands().get(1).result())
                >= 0;
        return choice.operands().get(reached == (choice.formula() == Formula.AT_LEAST) ? 2 : 3);
    }

    /** In one sentence. */
    static String sentence(Reason zero, ReasonWords words) {
        boolean balanced = zero.label() == Label.SUM_OF_LINES
                && zero.operands().stream().anyMatch(line -> line.result().signum() != 0);
        if (balanced) {
            return words.text("reason.zero.balanced", parts(zero, words));
        }
        Reason step = decisive(zero);
        return isChoice(step) ? choice(step, words) : words.sentence(step) + source(step, words);
    }

    /** What was earned and what took it off again, each taken together. */
    private static String parts(Reason sum, ReasonWords words) {
        Map<Label, List<Reason>> parts = sum.operands().stream()
                .filter(line -> line.result().signum() != 0)
                .collect(Collectors.groupingBy(Reason::label, LinkedHashMap::new, Collectors.toList()));
        return parts.values().stream()
                .map(lines -> words.label(lines.getFirst()) + " " + words.number(sum(lines)))
                .collect(Collectors.joining("; "));
    }

    /** Which of the two is the bound is told by what it is called: some formulas have it first. */
    private static String choice(Reason choice, ReasonWords words) {
        Reason first = choice.operands().get(0);
        Reason second = choice.operands().get(1);
        boolean isBoundFirst = BOUNDS.contains(first.label());
        if (!isBoundFirst && !BOUNDS.contains(second.label())) {
            return words.sentence(choice);
        }
        Reason bound = isBoundFirst ? first : second;
        Reason reached = isBoundFirst ? second : first;
        String key = reached.result().compareTo(bound.result()) < 0 || isBoundFirst
                ? "reason.zero.not-reached"
                : "reason.zero.too-much";
        return words.text(key, words.number(reached), words.number(bound)) + source(choice, words);
    }

    private static String source(Reason step, ReasonWords words) {
        String source = words.source(step);
        return source.isEmpty() || step.label() == Label.NOTHING_CREDITED ? "" : " (" + source + ")";
    }
}
