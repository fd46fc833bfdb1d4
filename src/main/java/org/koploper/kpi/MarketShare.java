package org.koploper.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What part of a market is the own.
 *
 * @param segment null for the whole market
 * @param market how large it is, in the currency it was typed in
 * @param source where that is known from
 * @param share revenue of the year, as far as it has passed, divided by the market; with the reason where it must not be
 *     computed
 */
public record MarketShare(
        int year, @Nullable String segment, BigDecimal market, String currency, String source, Reading share) {}
