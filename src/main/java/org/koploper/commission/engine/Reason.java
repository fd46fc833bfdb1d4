package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.Arrays;
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

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** What label, formula and unit come to, computed once for each three of them. */
    private static final long[][][] KINDS = kinds();

    /** No source can be this. */
    private static final String NO_SOURCE = "\0";

    public Reason {
        operands = List.copyOf(operands);
        result = Decimals.canonical(result);
    }

    /** A leaf. */
    static Reason given(Label label, BigDecimal value, Unit unit, @Nullable String source) {
        return new Reason(label, Formula.GIVEN, List.of(), value, unit, source);
    }

    /** A number that follows from its operands. */
    static Reason of(Label label, Formula formula, Unit unit, @Nullable String source, List<Reason> operands) {
        return new Reason(label, formula, operands, formula.apply(results(operands)), unit, source);
    }

    /** An amount that follows from its operands. */
    static Reason amount(Label label, Formula formula, @Nullable String source, List<Reason> operands) {
        return of(label, formula, Unit.AMOUNT, source, operands);
    }

    /** As much below zero as this is above, or the other way round. */
    Reason mirrored(Label label) {
        Reason nothing = given(Label.NOTHING, BigDecimal.ZERO, unit, null);
        return of(label, Formula.DIFFERENCE, unit, null, List.of(nothing, this));
    }

    /**
     * 64 bits of the whole tree, the same for reasons that say the same and, but for a chance of 1 in 2^64, for no others:
     * whoever keeps it sees that a reason has changed without reading it again. The same in every process and for ever,
     * since with another way to compute it every reason in a ledger would be taken for a new one. FNV-1a, with the last
     * step of MurmurHash3 at every node.
     */
    public long fingerprint() {
        long print = KINDS[label.ordinal()][formula.ordinal()][unit.ordinal()];
        print = mixed(print, result.toPlainString());
        print = source == null ? mixed(print, NO_SOURCE) : mixed(print, source);
        for (Reason operand : operands) {
            print = mixed(print, operand.fingerprint());
        }
        print = (print ^ (print >>> 33)) * 0xff51afd7ed558ccdL;
        print = (print ^ (print >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return print ^ (print >>> 33);
    }

    private static long[][][] kinds() {
        long[][][] kinds = new long[Label.values().length][Formula.values().length][Unit.values().length];
        for (Label label : Label.values()) {
            for (Formula formula : Formula.values()) {
                for (Unit unit : Unit.values()) {
                    kinds[label.ordinal()][formula.ordinal()][unit.ordinal()] =
                            mixed(mixed(mixed(FNV_START, label.name()), formula.name()), unit.name());
                }
            }
        }
        return kinds;
    }

    private static long mixed(long print, String text) {
        long mixed = print;
        for (int i = 0; i < text.length(); i++) {
            mixed = mixed(mixed, text.charAt(i));
        }
        return mixed(mixed, text.length());
    }

    private static long mixed(long print, long value) {
        return (print ^ value) * FNV_PRIME;
    }

    /**
     * What follows from the results of the operands as they stand; a given number follows from nothing and is what it is.
     *
     * @throws IllegalArgumentException when the formula has not the operands it needs, as in a tree tampered with
     */
    public BigDecimal fromOperands() {
        return formula == Formula.GIVEN ? result : Decimals.canonical(formula.apply(results(operands)));
    }

    /** Not by a stream: this is most of what the engine does. */
    private static List<BigDecimal> results(List<Reason> operands) {
        BigDecimal[] results = new BigDecimal[operands.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = operands.get(i).result();
        }
        return Arrays.asList(results);
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
