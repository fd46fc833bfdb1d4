package org.koploper.records;

/** What somebody keeps about a batch that is taken back; told inside the transactions that do it. */
public interface UndoNotes {

    /**
     * It begins.
     *
     * @param as the batch that the taking back is itself, under which everything derived follows
     */
    void begun(long as);

    /** So many records are through, the first portion's included. */
    void through(int records);

    /** It ends in this transaction. */
    void done(Undone undone);
}
