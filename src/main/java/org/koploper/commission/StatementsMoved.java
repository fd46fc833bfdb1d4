package org.koploper.commission;

import java.time.YearMonth;
import java.util.Set;
import org.koploper.access.PersonId;

/**
 * Raised inside the transaction that appended entries to the ledger, for who writes about it in that same transaction. Can
 * be long, so nobody may listen after the commit: the registry would keep it; {@link StatementsChanged} is for that.
 *
 * @param statements those that say something else than before; entries that only explain a line anew move none
 */
public record StatementsMoved(Set<Moved> statements) {

    public StatementsMoved {
        statements = Set.copyOf(statements);
    }

    /** A statement of a person and a month. */
    public record Moved(PersonId person, YearMonth month) {}
}
