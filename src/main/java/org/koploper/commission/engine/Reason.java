package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/**
 * Why a number is what it is: a tree of data that screens, documents and a verifier read without knowing the engine. The
 * engine takes its results from these trees, so an explanation cannot differ from the calculation.
 *
 * @param operands what the formula works on, in order; none where the number is given
 * @param result exact
 * @param source where to look it up: {@code deal:D-1042}, {@code split:D-1042}, {@code window:2026-Q4}, {@code month:2026-11}
 *     or {@code plan:AM 2026 v3/Commission/tier 2}; null where it follows from its operands alone
 */
public record Reason(
        Label label,
        Formula formula,
        List<Reason> operands,
        BigDecimal result,
        Unit unit,
        @Nullable String source) {

    public Reason {
        operands = List.copyOf(operands);
        result = Decimals.canonical(result);
    }

    /** A leaf. */
    static Reason given(Label label, BigDecimal value, Unit unit, @Nullable String source) {
        return new Reason(label, Formula.GIVEN, List.of(), value, unit, source);
    }

    /** An amount that follows from its operands. */
    static Reason amount(Label label, Formula formula, @Nullable String source, List<Reason> operands) {
        BigDecimal result = formula.apply(operands.stream().map(Reason::result).toList());
        return new Reason(label, formula, operands, result, Unit.AMOUNT, source);
    }

    /**
     * Computes the number again from the leaves, trusting no result in between. Equal to {@link #result} in every reason
     * the engine wrote.
     *
     * @throws IllegalArgumentException when a formula has not the operands it needs, as in a tree tampered with
     */
    public BigDecimal evaluate() {
        return formula == Formula.GIVEN
                ? result
                : Decimals.canonical(
                        formula.apply(operands.stream().map(Reason::evaluate).toList()));
    }
}
