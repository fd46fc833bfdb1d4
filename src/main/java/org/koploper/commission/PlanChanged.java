package org.koploper.commission;

import java.time.LocalDate;
import java.util.Collection;
import org.koploper.access.PersonId;

/**
 * Raised inside the transaction that changed which plan holds for whom.
 *
 * @param day first day of the assignment or version, last day of an assignment that ends
 * @param reached everybody it is about
 */
public record PlanChanged(PlanRef plan, What what, LocalDate day, Collection<PersonId> reached) {

    /** What happened. */
    public enum What {
        ASSIGNED,
        ENDED,
        NEW_VERSION
    }
}
