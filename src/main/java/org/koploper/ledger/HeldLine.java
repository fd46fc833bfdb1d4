package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;

/**
 * What the ledger holds for one line of a payee.
 *
 * @param lineKey as it was posted
 * @param earned month the line is about
 * @param plan name at the last entry
 * @param version of the plan at the last entry
 * @param amount sum of all that was posted for the line
 * @param settled the part of the amount that stands on closed statements
 * @param base of the last entry
 * @param rate of the last entry
 * @param reasonPrint of the last entry
 * @param gone whether the last entry took the line back
 */
public record HeldLine(
        String lineKey,
        YearMonth earned,
        String plan,
        int version,
        Currency currency,
        BigDecimal amount,
        BigDecimal settled,
        BigDecimal base,
        BigDecimal rate,
        long reasonPrint,
        boolean gone) {

    /** What was posted for it by an earlier entry too. */
    HeldLine plus(HeldLine earlier) {
        return new HeldLine(
                lineKey,
                earned,
                plan,
                version,
                currency,
                amount.add(earlier.amount),
                settled.add(earlier.settled),
                base,
                rate,
                reasonPrint,
                gone);
    }
}
