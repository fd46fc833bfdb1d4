package org.koploper.sales;

/**
 * Exchange rates changed: what was converted has to be converted again.
 *
 * @param batch from the common sequence of ids
 */
public record RatesChanged(long batch) {}
