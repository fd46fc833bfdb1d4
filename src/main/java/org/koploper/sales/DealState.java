package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;

/**
 * What a deal was on some day.
 *
 * @param since first day of this state; null where nobody said since when
 */
public record DealState(
        String deal,
        DealStage stage,
        PersonRef owner,
        @Nullable BigDecimal value,
        String currency,
        @Nullable LocalDate since) {}
