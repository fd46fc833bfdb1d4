package org.koploper.sales;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often a customer may be asked, and how long for an answer there is time.
 *
 * @param quietDays so many days a customer is left in peace after being asked, 1 to {@value #MOST_DAYS}
 * @param openDays so many days a question can be answered, that of asking not counted, 1 to {@value #MOST_DAYS}
 */
@Component
public record QuestionRules(
        @Value("${koploper.customer-questions.quiet-days}") int quietDays,
        @Value("${koploper.customer-questions.open-days}") int openDays) {

    public static final int MOST_DAYS = 3_650;

    /** @throws IllegalArgumentException for other numbers of days */
    public QuestionRules {
        if (quietDays < 1 || quietDays > MOST_DAYS || openDays < 1 || openDays > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "koploper.customer-questions: quiet-days and open-days have to be 1 to " + MOST_DAYS);
        }
    }
}
