package org.koploper.ledger;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which months are closed: one, and all before it.
 *
 * @param through the last closed month; null while every month is open
 */
public record ClosedMonths(@Nullable YearMonth through) {

    /** Nothing was closed yet. */
    public static final ClosedMonths NONE = new ClosedMonths(null);

    /** Whether nothing may be posted on the statements of that month any more. */
    public boolean contains(YearMonth month) {
        return through != null && !month.isAfter(through);
    }

    /** On whose statement stands what is posted now about that month: its own, or the first that is open. */
    public YearMonth statementOf(YearMonth earned) {
        return through != null && contains(earned) ? through.plusMonths(1) : earned;
    }
}
