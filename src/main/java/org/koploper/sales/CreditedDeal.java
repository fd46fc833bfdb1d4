package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.koploper.access.PersonId;

/**
 * What one person is credited with for one deal on one day. The credit is {@code dealAmount} times {@code share}; it is
 * left to the reader to multiply, since a plan may round.
 *
 * @param deal external id
 * @param date close date, cancellation date or date of the credit note
 * @param dealAmount of the whole deal, at most 4 decimals; negative for what is taken back; zero when its value is unknown
 * @param share above 0 up to and including 1
 * @param currency ISO 4217
 */
public record CreditedDeal(
        PersonId person,
        String deal,
        Kind kind,
        LocalDate date,
        BigDecimal dealAmount,
        BigDecimal share,
        String currency) {

    /** What happened to the deal. */
    public enum Kind {
        /** It was won, on the close date. */
        WON,
        /** It was won before and cancelled, on the cancellation date: what credit notes have left of its value is taken back. */
        CANCELLED,
        /** A part of it was credited. */
        CREDIT_NOTE
    }
}
