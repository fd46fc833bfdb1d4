package org.koploper.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * Four numbers about how somebody sells, each with what it was computed from. Where that is too little, there is no
 * number: see {@link #FEWEST}.
 *
 * @param period of all but the open quotes
 * @param on the day on which the quotes were open
 * @param currency of the amounts; null where the organisation has none yet
 * @param openQuotes sent by that day, then neither decided nor expired
 * @param openValue of those of them that have a value in that currency
 * @param revenue of the orders
 * @param orders those with a value, shared ones by their share
 * @param averageOrder revenue divided by orders, unrounded; null below {@link #FEWEST} orders
 * @param won quotes decided as won
 * @param decided quotes won, lost or expired; withdrawn ones are no decision
 * @param closingRate won divided by decided, unrounded; null below {@link #FEWEST} decisions
 * @param timed won quotes whose day of sending is known
 * @param cycleDays median of the days from sending to winning them; null below {@link #FEWEST} of them
 */
public record OwnMeters(
        Period period,
        LocalDate on,
        @Nullable String currency,
        int openQuotes,
        BigDecimal openValue,
        BigDecimal revenue,
        BigDecimal orders,
        @Nullable BigDecimal averageOrder,
        int won,
        int decided,
        @Nullable BigDecimal closingRate,
        int timed,
        @Nullable BigDecimal cycleDays) {

    /** Below so many orders or decisions a mean or a share says more about chance than about somebody. */
    public static final int FEWEST = 5;
}
