package org.koploper.sales;

/**
 * Sales changed: deals, credit notes, payments, activities or efforts. The persons and days lie in {@code touched_days}
 * under the batch, so that a file of ten thousand deals is one small event and one recalculation.
 *
 * @param batch from the common sequence of ids
 */
public record SalesChanged(long batch) {}
