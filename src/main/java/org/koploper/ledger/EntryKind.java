package org.koploper.ledger;

/** What an entry does to its line. */
public enum EntryKind {
    /** The line was not there, or was gone. */
    NEW,
    /** Amount, base or rate are no longer what was posted before. */
    CHANGED,
    /** The line is what it was, for another reason than was posted before. */
    EXPLAINED,
    /** The line is no longer earned; the entry takes back what was posted. */
    GONE
}
