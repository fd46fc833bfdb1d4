package org.koploper.commission;

import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;

/**
 * Raised inside the transaction that appended entries to the ledger, once for a run however many payees it moved; what
 * was appended stands in the ledger.
 *
 * @param by the person behind it; null for none
 */
public record StatementsChanged(@Nullable PersonId by) {}
