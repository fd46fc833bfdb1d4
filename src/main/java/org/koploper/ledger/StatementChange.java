package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One entry behind a statement.
 *
 * @param entry its number
 * @param deal id of the credit; null for the rounding of a component
 * @param lineAmount what the line is from then on
 * @param delta what that added
 * @param cause code with its object, such as {@code sales-changed 1200}
 * @param reason JSON of the reason tree
 */
public record StatementChange(
        long entry,
        EntryKind kind,
        String component,
        @Nullable String deal,
        BigDecimal lineAmount,
        BigDecimal delta,
        Currency currency,
        String cause,
        Instant at,
        String reason) {}
