package org.koploper.commission.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.koploper.money.Decimals;

/**
 * Money that a customer has paid for a deal, or got back.
 *
 * @param deal id of the credit it is for
 * @param amount of this payment, with the sign of the invoice
 * @param of what the invoice comes to in all, in the same terms as the amount; not zero. The latest payment knows best
 */
public record Payment(String deal, LocalDate date, BigDecimal amount, BigDecimal of) {

    /** @throws IllegalArgumentException when the invoice comes to nothing */
    public Payment {
        if (of.signum() == 0) {
            throw new IllegalArgumentException("A payment for " + deal + " of an invoice over nothing");
        }
        amount = Decimals.canonical(amount);
        of = Decimals.canonical(of);
    }
}
