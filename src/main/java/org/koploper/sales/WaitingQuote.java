package org.koploper.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;

/**
 * An open quote that nobody has followed up.
 *
 * @param customer name; null for a quote without customer, as {@code customerId}
 * @param customerId external id
 * @param since from when the customer has heard nothing: the day of sending, or of the last contact since then
 * @param value null where it is not known
 * @param currency of the value
 */
public record WaitingQuote(
        String externalId,
        @Nullable String customer,
        @Nullable String customerId,
        PersonRef owner,
        LocalDate sentOn,
        LocalDate since,
        @Nullable BigDecimal value,
        String currency) {

    /** Whole days without contact until that day. */
    public long days(LocalDate today) {
        return ChronoUnit.DAYS.between(since, today);
    }
}
