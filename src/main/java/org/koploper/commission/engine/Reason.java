package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Exact;

/**
 * Why a number is what it is: a tree of data that screens, documents and a verifier read without knowing the engine. The
 * engine takes its results from these trees, so an explanation cannot differ from the calculation. No record, since there
 * are some ten of them for each deal: what can be told from the rest is made when somebody asks for it.
 */
public final class Reason {

    private static final Reason[] NONE = {};

    private final Kind kind;
    private final Reason[] operands;
    private final Exact result;
    private final @Nullable CharSequence source;
    /** As in String: computed when somebody asks, the same whoever does; zero before. */
    private int hash;
    /** The fingerprint, in the same way: terms of a plan stand below every line. A long is written at once on 64 bits. */
    private long print;

    private Reason(Kind kind, Reason[] operands, Exact result, @Nullable CharSequence source) {
        this.kind = kind;
        this.operands = operands;
        this.result = result;
        this.source = source;
    }

    /** @throws IllegalArgumentException when the result is no amount (see {@link Exact#of}) */
    public Reason(
            Label label,
            Formula formula,
            List<Reason> operands,
            BigDecimal result,
            Unit unit,
            @Nullable String source) {
        this(Kind.of(label, formula, unit), List.copyOf(operands).toArray(NONE), Exact.of(result), source);
    }

    /** A leaf. */
    static Reason given(Label label, BigDecimal value, Unit unit, @Nullable CharSequence source) {
        return given(label, Exact.of(value), unit, source);
    }

    /** A leaf. */
    static Reason given(Label label, Exact value, Unit unit, @Nullable CharSequence source) {
        return new Reason(Kind.of(label, Formula.GIVEN, unit), NONE, value, source);
    }

    /** A number that follows from its operands. */
    static Reason of(Label label, Formula formula, Unit unit, @Nullable CharSequence source, List<Reason> operands) {
        return of(label, formula, unit, source, operands.toArray(NONE));
    }

    /** A number that follows from its operands, which nobody changes any more. */
    static Reason of(Label label, Formula formula, Unit unit, @Nullable CharSequence source, Reason... operands) {
        return new Reason(Kind.of(label, formula, unit), operands, formula.apply(operands), source);
    }

    /** An amount that follows from its operands. */
    static Reason amount(Label label, Formula formula, @Nullable CharSequence source, List<Reason> operands) {
        return of(label, formula, Unit.AMOUNT, source, operands);
    }

    public Label label() {
        return kind.label();
    }

    public Formula formula() {
        return kind.formula();
    }

    /** What the formula works on, in order; none where the number is given. */
    public List<Reason> operands() {
        return Collections.unmodifiableList(Arrays.asList(operands));
    }

    /** In the form of {@link org.koploper.money.Decimals#canonical}. */
    public BigDecimal result() {
        return result.value();
    }

    Exact exact() {
        return result;
    }

    public Unit unit() {
        return kind.unit();
    }

    /**
     * Where to look it up: {@code deal:D-1042}, {@code split:D-1042}, {@code window:2026-Q4}, {@code month:2026-11} or
     * {@code plan:AM 2026 v3/Commission/tier 2}; null where it follows from its operands alone.
     */
    public @Nullable String source() {
        return source == null ? null : source.toString();
    }

    /** The same, not put together. */
    @Nullable
    CharSequence place() {
        return source;
    }

    /** As much below zero as this is above, or the other way round. */
    Reason mirrored(Label label) {
        Reason nothing = given(Label.NOTHING, Exact.ZERO, unit(), null);
        return of(label, Formula.DIFFERENCE, unit(), null, nothing, this);
    }

    /**
     * 64 bits of the whole tree, the same for reasons that say the same and, but for a chance of 1 in 2^64, for no others:
     * whoever keeps it sees that a reason has changed without reading it again. The same in every process and for ever,
     * since with another way to compute it every reason in a ledger would be taken for a new one.
     */
    public long fingerprint() {
        return fingerprint(new byte[Exact.LONGEST_TEXT]);
    }

    /** @param text room for the digits of one number after the other */
    private long fingerprint(byte[] text) {
        long known = print;
        if (known == 0) {
            known = Print.mixed(kind.print(), result, text);
            known = source == null ? Print.mixedNothing(known) : Print.mixed(known, source);
            for (Reason operand : operands) {
                known = Print.mixed(known, operand.fingerprint(text));
            }
            known = Print.finished(known);
            print = known;
        }
        return known;
    }

    /**
     * What follows from the results of the operands as they stand; a given number follows from nothing and is what it is.
     *
     * @throws IllegalArgumentException when the formula has not the operands it needs, as in a tree tampered with
     */
    public BigDecimal fromOperands() {
        return formula() == Formula.GIVEN ? result() : formula().apply(operands).value();
    }

    /**
     * Computes the number again from the leaves, trusting no result in between. Equal to {@link #result} in every reason
     * the engine wrote.
     *
     * @throws IllegalArgumentException when a formula has not the operands it needs, as in a tree tampered with
     */
    public BigDecimal evaluate() {
        return evaluated().value();
    }

    private Exact evaluated() {
        if (formula() == Formula.GIVEN) {
            return result;
        }
        Reason[] anew = new Reason[operands.length];
        for (int i = 0; i < anew.length; i++) {
            Reason operand = operands[i];
            anew[i] = new Reason(operand.kind, NONE, operand.evaluated(), operand.source);
        }
        return formula().apply(anew);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reason reason
                && kind == reason.kind
                && result.equals(reason.result)
                && Source.same(source, reason.source)
                && Arrays.equals(operands, reason.operands);
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = (Long.hashCode(kind.print()) * 31 + result.hashCode()) * 31 + Objects.hashCode(source);
            for (Reason operand : operands) {
                known = known * 31 + operand.hashCode();
            }
            hash = known;
        }
        return known;
    }

    /** For logs and test failures. */
    @Override
    public String toString() {
        return label() + " " + formula() + " " + result + " " + unit() + " " + source + " " + Arrays.toString(operands);
    }
}
