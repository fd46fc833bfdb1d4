package org.koploper.commission.engine;

/** Why a difference is posted. */
public enum Change {
    /** The ledger did not hold the line. */
    NEW,
    /** Amount, base or rate are no longer what the ledger holds. */
    CHANGED,
    /** The ledger holds a line that is no longer earned. */
    GONE
}
