package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;

/**
 * A deal in a list.
 *
 * @param closedOn when it was won or lost
 * @param cancelledOn when it was cancelled after it had been won
 */
public record DealRow(
        String externalId,
        @Nullable String name,
        @Nullable String customer,
        PersonRef owner,
        DealStage stage,
        @Nullable LocalDate engagedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate cancelledOn,
        @Nullable BigDecimal value,
        String currency) {}
