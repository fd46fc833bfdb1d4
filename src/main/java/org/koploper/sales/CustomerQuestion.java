package org.koploper.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One question to a customer, as those see it who asked.
 *
 * @param customer external id
 * @param deal external id of the order it is about; null for none, as {@code orderedOn}
 * @param askedBy name; null where a program asked
 * @param lastDay on which it can be answered
 * @param answeredOn null while it is not
 * @param answer external id of the answer; null where there is none, or none any more
 */
public record CustomerQuestion(
        long id,
        String customer,
        String customerName,
        @Nullable String deal,
        @Nullable LocalDate orderedOn,
        @Nullable String askedBy,
        LocalDate askedOn,
        LocalDate lastDay,
        QuestionState state,
        @Nullable LocalDate answeredOn,
        @Nullable String answer) {}
