package org.koploper.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;

/**
 * A version of a statement, which can be put on paper again at any time: its entries can neither change nor go.
 *
 * @param number from 1
 * @param seq of its last entry in the chain of the payee
 * @param cause code with its object, such as {@code sales-changed 1200}
 * @param seal by which anybody can tell later what it was made of
 * @param totals by currency, in alphabetical order
 */
public record StatementDocument(
        int number, long seq, Instant at, String cause, Seal seal, Map<Currency, BigDecimal> totals) {}
