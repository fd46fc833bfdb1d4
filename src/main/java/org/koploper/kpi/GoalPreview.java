package org.koploper.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.koploper.period.Period;

/**
 * What a draft comes to.
 *
 * @param baseline of that period; null where nothing was measured
 * @param over whether that period is over; otherwise the baseline still changes, and what is agreed keeps it as it is today
 * @param target null where a change is said of a baseline that is not there, or no more than zero
 * @param currency of both; null for what is no money
 * @param history null where there is nothing to compare with
 */
public record GoalPreview(
        @Nullable BigDecimal baseline,
        Period baselinePeriod,
        boolean over,
        @Nullable BigDecimal target,
        @Nullable String currency,
        Smart.@Nullable History history) {}
