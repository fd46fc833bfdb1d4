package org.koploper.kpi;

import java.time.LocalDate;
import java.util.List;
import org.koploper.access.PersonId;

/**
 * Raised inside the transaction that wrote targets of persons, once for every chunk of a batch; {@link TargetsChanged}
 * follows.
 *
 * @param batch the same for all chunks of one import
 * @param targets never empty; those of teams and of the organisation are left out
 */
public record TargetsWritten(long batch, List<Written> targets) {

    /**
     * One target of a person.
     *
     * @param agreed whether it is new; otherwise it changed
     */
    public record Written(PersonId person, Metric kpi, LocalDate from, LocalDate to, boolean agreed) {}
}
