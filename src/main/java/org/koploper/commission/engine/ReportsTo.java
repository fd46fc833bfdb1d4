package org.koploper.commission.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who manages whom, and when.
 *
 * @param from first day, included; null when it was always so
 * @param to last day, included; null while there is no end
 */
public record ReportsTo(
        String person,
        String manager,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(ReportsTo other) {
        return person.equals(other.person)
                && (to == null || other.from == null || !other.from.isAfter(to))
                && (other.to == null || from == null || !from.isAfter(other.to));
    }
}
