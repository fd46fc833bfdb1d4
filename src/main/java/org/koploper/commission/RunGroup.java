package org.koploper.commission;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.koploper.access.PersonId;
import org.koploper.ledger.ClosedMonths;
import org.koploper.ledger.HeldLine;
import org.koploper.ledger.Ledger;
import org.springframework.stereotype.Component;

/**
 * Runs a group of payees: a handful of queries for all of them, then each one computed and posted. Those who are paid together
 * come in one group, however many, since each of their groups would look at all of them.
 */
@Component
class RunGroup {

    /** Payees whose lines in the ledger are in memory at once. */
    private static final int HELD = 1_000;

    private final Ledger ledger;
    private final Coverage coverage;
    private final PayeeReader reader;

    RunGroup(Ledger ledger, Coverage coverage, PayeeReader reader) {
        this.ledger = ledger;
        this.coverage = coverage;
        this.reader = reader;
    }

    /** @param moved gets the statements that moved */
    int run(List<PersonId> payees, Spans touched, String cause, Collection<StatementsMoved.Moved> moved) {
        // before anything is read: who waits here then sees what the other one has posted
        ledger.lock(payees);
        ClosedMonths closed = ledger.closed();
        List<Work> works = works(payees, touched);
        if (works.isEmpty()) {
            return 0;
        }
        PayeeReader.Reading reading = reader.read(works);
        int appended = 0;
        for (int from = 0; from < works.size(); from += HELD) {
            List<Work> some = works.subList(from, Math.min(works.size(), from + HELD));
            appended += new Appending(ledger, closed, held(some), cause)
                    .run(
                            some,
                            reading::deals,
                            work -> reading.payee(work).lines(work.span(), reading.together()),
                            moved);
        }
        return appended;
    }

    /** The components to which nothing is credited in that month, with the reason; reads, and posts nothing. */
    List<Payee.Earned> nothingCredited(PersonId payee, YearMonth month) {
        List<Piece> pieces = coverage.of(List.of(payee)).getOrDefault(payee, List.of());
        if (pieces.stream().noneMatch(piece -> piece.touches(month))) {
            return List.of();
        }
        Work work = new Work(payee, pieces, new Span(month, month));
        PayeeReader.Reading reading = reader.read(List.of(work));
        return reading.payee(work).nothingCredited(month, reading.together());
    }

    private List<Work> works(List<PersonId> payees, Spans touched) {
        Map<PersonId, List<Piece>> coverages = coverage.of(payees);
        List<Work> works = new ArrayList<>(payees.size());
        for (PersonId payee : payees) {
            List<Piece> pieces = coverages.getOrDefault(payee, List.of());
            Span span = touched.of(payee, pieces);
            if (span != null) {
                works.add(new Work(payee, pieces, span));
            }
        }
        return works;
    }

    private Map<PersonId, List<HeldLine>> held(List<Work> works) {
        Span span = works.stream().map(Work::span).reduce(Span::and).orElseThrow();
        return ledger.held(works.stream().map(Work::payee).toList(), span.from(), span.to());
    }
}
