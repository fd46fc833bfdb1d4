package org.koploper.ledger;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * What a walk over all chains found.
 *
 * @param chains how many were walked
 * @param entries how many were checked
 * @param broken the first fault; null when all is as it was written
 * @param otherTotal the first closed month whose entries do not come to the totals it was closed with; null where all do,
 *     and where a chain is broken, which says enough
 */
public record Verification(
        long chains,
        long entries,
        @Nullable Broken broken,
        @Nullable YearMonth otherTotal) {

    public boolean intact() {
        return broken == null && otherTotal == null;
    }

    /**
     * Where a chain is broken.
     *
     * @param seq number of the entry in the chain of the payee, from 1
     */
    public record Broken(PersonId person, long seq, Fault fault) {}

    /** What is wrong with an entry. */
    public enum Fault {
        /** Its number does not follow: an entry is missing or added. */
        SEQUENCE,
        /** It does not point back to the entry before it. */
        LINK,
        /** Its content does not match its hash. */
        CONTENT,
        /** The chain does not end where its head says: the last entries are missing or added. */
        HEAD
    }
}
