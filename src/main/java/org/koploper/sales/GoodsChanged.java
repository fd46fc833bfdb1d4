package org.koploper.sales;

/**
 * Lines of deals, products, what they cost, or customers changed: what was sold, or to whom, may be of another kind or number.
 *
 * @param batch from the common sequence of ids
 */
public record GoodsChanged(long batch) {}
