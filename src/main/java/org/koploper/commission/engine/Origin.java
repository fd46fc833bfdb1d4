package org.koploper.commission.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where the amount of a credit comes from.
 *
 * @param won the day on which the deal was won, where this takes it back; null for the credit's own day
 * @param invoiced day of the invoice; null where there is none yet
 * @param currency of amount and cost; null for the one of the plan
 * @param conversion how amount and cost came into the plan's currency; null before that, and where nothing was converted
 */
public record Origin(
        @Nullable LocalDate won,
        @Nullable LocalDate invoiced,
        @Nullable String currency,
        @Nullable Conversion conversion) {

    /** A deal of its own, in the plan's currency. */
    public static final Origin HERE = new Origin(null, null, null, null);

    /** The day on which the deal was won, of a credit of that date. */
    public LocalDate wonOn(LocalDate date) {
        return won == null ? date : won;
    }
}
