package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A month of the whole organisation.
 *
 * @param people how many have a statement with anything on it
 * @param totals of all statements, by currency in alphabetical order; empty where nothing was posted
 * @param closing null while it is open
 * @param closedBy the name of who closed it; null while it is open, or where no person did
 */
public record PayMonth(
        YearMonth month,
        State state,
        int people,
        Map<Currency, BigDecimal> totals,
        @Nullable Closing closing,
        @Nullable String closedBy) {

    /** Where a month is on its way. */
    public enum State {
        /** Not over yet. */
        RUNNING,
        /** Over, but an earlier one has to be closed before it. */
        WAITING,
        /** The next one that can be closed. */
        CLOSABLE,
        /** Its statements never change again. */
        CLOSED
    }
}
