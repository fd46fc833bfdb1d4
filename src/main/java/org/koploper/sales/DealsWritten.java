package org.koploper.sales;

import java.util.List;

/**
 * Raised inside the transaction that wrote deals, once for every chunk of a batch; the totals follow with
 * {@link SalesChanged}.
 *
 * @param batch the same for all chunks of one import
 * @param news what happened to whose deals; never empty
 */
public record DealsWritten(long batch, List<DealNews> news) {}
