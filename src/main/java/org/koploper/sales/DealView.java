package org.koploper.sales;

import org.jspecify.annotations.Nullable;

/**
 * A deal on a screen of its own.
 *
 * @param row what lists show of it
 * @param product name; null for none
 * @param unchanged where a change starts from
 * @param version to be handed back with a change, so that nobody's change is overwritten unseen
 * @param mayChange whether the caller may change it
 */
public record DealView(DealRow row, @Nullable String product, DealChange unchanged, int version, boolean mayChange) {}
