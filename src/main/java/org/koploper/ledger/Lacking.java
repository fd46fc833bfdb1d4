package org.koploper.ledger;

import java.time.YearMonth;
import java.util.Optional;
import org.koploper.access.PersonId;

/** Answers what statements still wait for; the room that knows what lines are made of implements it. */
public interface Lacking {

    /** Something that a line on a statement of that month waits for; empty where all is known. */
    Optional<Missing> in(YearMonth month);

    /**
     * What is missing.
     *
     * @param about id of the deal; where it is about none, the component
     */
    record Missing(PersonId person, What what, String about) {}

    /** What a line can wait for. */
    enum What {
        RATE,
        INVOICE,
        COST,
        SCORE,
        QUOTA
    }
}
