package org.koploper.ledger;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.koploper.access.PersonId;

/** Answers which plan pays whom; the room that knows plans implements it, so that statements need not know it. */
public interface PlansInForce {

    /** The plan on the last day of the month on which one was assigned; empty when none was on any day of it. */
    Optional<PlanInForce> in(PersonId person, YearMonth month);

    /** The same for everybody on whom one was assigned on any day of the month. */
    Map<PersonId, PlanInForce> in(YearMonth month);
}
