package org.koploper.commission.engine;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The days on which terms hold.
 *
 * @param from first day, included
 * @param to last day, included; null while there is no end
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {

    /** @throws IllegalArgumentException when the last day lies before the first */
    public Validity {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("Terms cannot end on " + to + " before they start on " + from);
        }
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && (to == null || !date.isAfter(to));
    }

    /** Whether at least one day of the month is covered. */
    public boolean touches(YearMonth month) {
        return !month.atEndOfMonth().isBefore(from)
                && (to == null || !month.atDay(1).isAfter(to));
    }
}
