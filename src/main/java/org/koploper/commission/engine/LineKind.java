package org.koploper.commission.engine;

/** What a line of a statement is about. */
public enum LineKind {
    /** A deal, or the part of it that lies in one band. */
    DEAL,
    /** What earlier deals earn more or less since this one reached or left a band that rerates. */
    RERATED,
    /** What a deal earns beyond the most that one deal may. */
    CAPPED_DEAL,
    /** What a deal earns beyond the most that the component may pay. */
    CAPPED,
    /** What an objective earns. */
    OBJECTIVE,
    /** What is added up to the least that the component pays. */
    FLOOR,
    /** A component without any credit in the month: zero, said aloud. */
    NOTHING_CREDITED,
    /** What rounding the component's payout of the month adds or takes. */
    ROUNDING
}
