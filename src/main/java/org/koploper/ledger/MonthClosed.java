package org.koploper.ledger;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * Raised inside the transaction that closed a month.
 *
 * @param by the person who did; null for a program, or the product itself
 */
public record MonthClosed(YearMonth month, @Nullable PersonId by) {}
