package org.koploper.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which questions to customers, in which order, and which page of them.
 *
 * @param text occurs in name or external id of the customer, whatever its case; empty for all
 * @param state null for all
 * @param from the first day of asking; null for no limit
 * @param to the last one; null for no limit
 * @param offset how many rows to pass over
 * @param size how many rows then, 1 to 1,000
 */
public record QuestionQuery(
        String text,
        @Nullable QuestionState state,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int offset,
        int size,
        Sort sort,
        boolean descending) {

    /** @throws IllegalArgumentException for a page that there is not */
    public QuestionQuery {
        if (offset < 0 || size < 1 || size > 1_000) {
            throw new IllegalArgumentException(size + " after " + offset);
        }
    }

    /** What the list can be sorted by; empty values come last, equal ones the latest asked first. */
    public enum Sort {
        CUSTOMER("c.name"),
        ORDERED_ON("d.closed_on"),
        ASKED_BY("p.name"),
        ASKED_ON("q.asked_on"),
        ANSWERED_ON("q.answered_on");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
