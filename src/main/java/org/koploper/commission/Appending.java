package org.koploper.commission;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.koploper.access.PersonId;
import org.koploper.ledger.ClosedMonths;
import org.koploper.ledger.EntryKind;
import org.koploper.ledger.HeldLine;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.NewEntry;

/** Appends what payees have earned and the ledger does not say yet, while the next of them are computed. */
final class Appending {

    /** Deals and lines of the payees who are written together; two such parts are in memory at once. */
    private static final int PART = 2_000;

    private final Ledger ledger;
    private final ClosedMonths closed;
    private final Map<PersonId, List<HeldLine>> held;
    private final String cause;

    /** @param held of all payees, for at least the months that are computed */
    Appending(Ledger ledger, ClosedMonths closed, Map<PersonId, List<HeldLine>> held, String cause) {
        this.ledger = ledger;
        this.closed = closed;
        this.held = held;
        this.cause = cause;
    }

    /**
     * In the running transaction.
     *
     * @param deals how many a payee has, to see how much is done together
     * @param earned by plan and version; called on another thread, so it must not read
     * @param moved gets the statements that moved
     * @return how many entries were appended
     */
    int run(
            List<Work> works,
            ToIntFunction<Work> deals,
            Function<Work, Map<String, Payee.Earned>> earned,
            Collection<StatementsMoved.Moved> moved) {
        int[] appended = new int[1];
        OneAhead.forEach(
                OneAhead.parts(
                        works, work -> deals.applyAsInt(work) + held(work).size(), PART),
                part -> {
                    Map<PersonId, List<NewEntry>> entries = HashMap.newHashMap(part.size());
                    for (Work work : part) {
                        entries.put(work.payee(), Posting.entries(earned.apply(work), held(work), closed, cause));
                    }
                    return entries;
                },
                entries -> {
                    ledger.append(entries);
                    entries.forEach((payee, own) -> {
                        appended[0] += own.size();
                        moved.addAll(moved(payee, own));
                    });
                });
        return appended[0];
    }

    private List<HeldLine> held(Work work) {
        return held.getOrDefault(work.payee(), List.of()).stream()
                .filter(line -> work.span().contains(line.earned()))
                .toList();
    }

    private List<StatementsMoved.Moved> moved(PersonId payee, List<NewEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind() != EntryKind.EXPLAINED)
                .map(entry -> new StatementsMoved.Moved(payee, closed.statementOf(entry.earned())))
                .distinct()
                .toList();
    }
}
