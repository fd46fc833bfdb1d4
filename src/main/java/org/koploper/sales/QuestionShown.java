package org.koploper.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question as the customer sees it who has its code: who asks about what, and who will read the answer.
 *
 * @param organisation which asks
 * @param customer name of who is asked
 * @param askedBy name; null where a program asked
 * @param seller name of the owner of the order, who reads the answer; null for a question about no order, as
 *     {@code orderedOn}
 * @param lastDay on which it can be answered
 * @param answeredOn null while it is not
 */
public record QuestionShown(
        String organisation,
        String customer,
        @Nullable String askedBy,
        @Nullable String seller,
        @Nullable LocalDate orderedOn,
        LocalDate lastDay,
        QuestionState state,
        @Nullable LocalDate answeredOn) {}
