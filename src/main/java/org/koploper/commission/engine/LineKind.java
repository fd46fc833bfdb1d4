package org.koploper.commission.engine;

/** What a line of a statement is about. */
public enum LineKind {
    /** A deal, or the part of it that lies in one band: base times rate is the amount. */
    DEAL,
    /** A component without any credit in the month: zero, said aloud. */
    NOTHING_CREDITED,
    /** What rounding the component's payout of the month adds or takes. */
    ROUNDING
}
