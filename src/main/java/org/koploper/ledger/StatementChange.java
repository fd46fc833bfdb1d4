package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One entry behind a statement.
 *
 * @param entry its number
 * @param line the same for every entry about the same line
 * @param earned month it is about
 * @param statement month of the statement it stands on
 * @param deal id of the credit; null for the rounding of a component
 * @param lineAmount what the line is from then on
 * @param delta what that added
 * @param cause code with its object, such as {@code sales-changed 1200}
 * @param reason JSON of the reason tree
 */
public record StatementChange(
        long entry,
        String line,
        YearMonth earned,
        YearMonth statement,
        EntryKind kind,
        String component,
        @Nullable String deal,
        BigDecimal lineAmount,
        BigDecimal delta,
        Currency currency,
        String cause,
        Instant at,
        String reason) {

    /** Whether it is about a month that was closed before. */
    public boolean adjusts() {
        return earned.isBefore(statement);
    }
}
