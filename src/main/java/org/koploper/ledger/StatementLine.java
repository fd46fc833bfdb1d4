package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement as it is now. Decimals are exact and not rounded.
 *
 * @param entry number of the entry that last said it, for links
 * @param component of the plan
 * @param deal id of the credit; null for the rounding of a component
 * @param earned month it is about; before the month of the statement where it adjusts a closed one
 * @param base what the rate applies to; before rounding for a rounding line; for an adjustment what the line is now
 * @param rate fraction, 0.05 is 5 %; zero for a rounding line and for an adjustment
 * @param amount of an adjustment: what it adds to closed statements
 * @param reason JSON of the reason tree
 * @param plan name of the plan
 * @param version of the plan
 */
public record StatementLine(
        long entry,
        String component,
        @Nullable String deal,
        YearMonth earned,
        BigDecimal base,
        BigDecimal rate,
        BigDecimal amount,
        String reason,
        String plan,
        int version,
        Currency currency) {}
