package org.koploper.sales;

import java.util.List;

/**
 * One page of deals.
 *
 * @param total how many there are on all pages
 */
public record DealPage(List<DealRow> rows, long total) {}
