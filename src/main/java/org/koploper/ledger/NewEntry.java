package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What shall be appended for a payee. Amounts are exact; the ledger refuses one with more than 18 decimals or 20 digits
 * before the point, it never rounds.
 *
 * @param earned month it is about; the ledger decides on which statement it stands
 * @param plan name as people read it, at most 200 characters
 * @param version of the plan
 * @param component of the plan, at most 100 characters
 * @param deal id of the credit, at most 140 characters; null for a line that is not about one
 * @param lineKey the same for every entry about the same line, at most 400 characters
 * @param base what the rate applies to
 * @param rate fraction, 0.05 is 5 %
 * @param lineAmount what the line is now
 * @param delta what that adds to what was posted for the line before
 * @param reason JSON of the reason tree
 * @param reasonPrint number by which the caller tells this reason from another; the ledger only keeps it
 * @param cause what led to it, as a code with its object such as {@code sales-changed 1200}; at most 300 characters
 */
public record NewEntry(
        YearMonth earned,
        String plan,
        int version,
        String component,
        @Nullable String deal,
        String lineKey,
        BigDecimal base,
        BigDecimal rate,
        BigDecimal lineAmount,
        BigDecimal delta,
        Currency currency,
        EntryKind kind,
        String reason,
        long reasonPrint,
        String cause) {}
