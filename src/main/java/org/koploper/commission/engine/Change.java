package org.koploper.commission.engine;

/** Why a difference is posted. */
public enum Change {
    /** The ledger did not hold the line. */
    NEW,
    /** Amount, base or rate are no longer what the ledger holds. */
    CHANGED,
    /** Amount, base and rate are what the ledger holds, but no longer for the same reason. */
    EXPLAINED,
    /** The ledger holds a line that is no longer earned. */
    GONE
}
