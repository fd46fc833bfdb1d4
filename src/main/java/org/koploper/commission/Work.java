package org.koploper.commission;

import java.util.List;
import java.util.Set;
import org.koploper.access.PersonId;
import org.koploper.commission.engine.Need;

/**
 * One payee in a run.
 *
 * @param pieces all plans that ever pay the payee
 * @param span months to compute, widened by the windows of these plans
 */
record Work(PersonId payee, List<Piece> pieces, Span span) {

    /** Whether a plan asks for one of these. */
    boolean asks(Set<Need> needs) {
        return pieces.stream().anyMatch(piece -> piece.asks(needs));
    }

    boolean isPaidTogether() {
        return pieces.stream().anyMatch(Piece::isPaidTogether);
    }
}
