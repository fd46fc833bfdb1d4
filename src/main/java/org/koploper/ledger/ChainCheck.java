package org.koploper.ledger;

import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.ledger.EntryRows.Hashed;
import org.koploper.ledger.Verification.Broken;
import org.koploper.ledger.Verification.Fault;

/** Checks the entries of one payee, given one after the other; pure, so that it can be tried on rows tampered with. */
final class ChainCheck {

    private final PersonId person;
    private long seq;
    private String hash = Entry.START;

    ChainCheck(long person) {
        this.person = new PersonId(person);
    }

    /** @return what is wrong with this entry, or null */
    @Nullable
    Broken next(Hashed row) {
        Entry entry = row.entry();
        seq++;
        if (entry.seq() != seq || entry.person() != person.value()) {
            return new Broken(person, seq, Fault.SEQUENCE);
        }
        if (!entry.previousHash().equals(hash)) {
            return new Broken(person, seq, Fault.LINK);
        }
        if (!entry.hash().equals(row.hash())) {
            return new Broken(person, seq, Fault.CONTENT);
        }
        hash = row.hash();
        return null;
    }

    /** @return what is wrong with the end of the chain, or null */
    @Nullable
    Broken end(long lastSeq, String lastHash) {
        return lastSeq == seq && lastHash.equals(hash) ? null : new Broken(person, Math.max(seq, lastSeq), Fault.HEAD);
    }

    long entries() {
        return seq;
    }
}
