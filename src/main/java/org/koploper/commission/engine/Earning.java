package org.koploper.commission.engine;

import org.jspecify.annotations.Nullable;

/**
 * What one credit, or a part of it, earns before weight, gates and limits.
 *
 * @param rate null where the amount is not a rate of the base
 */
record Earning(
        LineKind kind, int band, Reason base, @Nullable Reason rate, Reason amount) {

    /** Base times rate. */
    static Earning of(Label label, int band, Credited credited, Reason base, Reason rate) {
        Reason amount = Reason.of(label, Formula.PRODUCT, Unit.AMOUNT, credited.source(), base, rate);
        return new Earning(LineKind.DEAL, band, base, rate, amount);
    }

    /** Nothing, for the reason that the label says. */
    static Earning nothing(Label label, Credited credited, @Nullable CharSequence source) {
        Reason zero = Reason.of(label, Formula.SUM, Unit.AMOUNT, source);
        return new Earning(LineKind.DEAL, Line.NO_BAND, credited.base(), null, zero);
    }
}
