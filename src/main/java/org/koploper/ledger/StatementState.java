package org.koploper.ledger;

/** How final a statement is. */
public enum StatementState {
    /** Still moves with every change of what it is about. */
    OPEN,
    /** Its month is closed: it never changes again. */
    FINAL
}
