package org.koploper.commission;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.koploper.access.PersonId;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.NewEntry;

/** Entries on their way into the ledger: of several payees together, so that trips to it cost little, but never too many. */
final class Portion {

    /** In memory until they are written. */
    private static final int MOST = 2_000;

    private final Ledger ledger;
    private final Map<PersonId, List<NewEntry>> entries = new HashMap<>();
    private int waiting;
    private int written;

    Portion(Ledger ledger) {
        this.ledger = ledger;
    }

    /** All of one payee, each payee once. */
    void add(PersonId payee, List<NewEntry> own) {
        entries.put(payee, own);
        waiting += own.size();
        if (waiting >= MOST) {
            write();
        }
    }

    /**
     * Writes what waits.
     *
     * @return how many entries were written in all
     */
    int write() {
        ledger.append(entries);
        written += waiting;
        waiting = 0;
        entries.clear();
        return written;
    }
}
