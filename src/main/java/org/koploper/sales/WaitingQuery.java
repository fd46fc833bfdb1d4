package org.koploper.sales;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.access.PersonId;
import org.koploper.people.TeamId;

/**
 * Which quotes without follow-up, in which order, and which page of them.
 *
 * @param longerThan days without contact, 0 to {@value #MOST_DAYS}; that many days are not longer
 * @param owner null for everybody's
 * @param team whose members of today own them, those of the teams below it too; null for all
 * @param offset how many rows to pass over
 * @param size how many rows then, 1 to 1,000
 */
public record WaitingQuery(
        int longerThan,
        @Nullable PersonId owner,
        @Nullable TeamId team,
        int offset,
        int size,
        Sort sort,
        boolean descending) {

    public static final int MOST_DAYS = 3_650;

    /** @throws IllegalArgumentException for days or a page that there are not */
    public WaitingQuery {
        if (longerThan < 0 || longerThan > MOST_DAYS || offset < 0 || size < 1 || size > 1_000) {
            throw new IllegalArgumentException(longerThan + " days, " + size + " after " + offset);
        }
    }

    /** The days that a number somebody typed stands for; empty where it stands for none. */
    public static Optional<Integer> days(BigDecimal typed) {
        boolean fits = typed.stripTrailingZeros().scale() <= 0
                && typed.signum() >= 0
                && typed.compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0;
        return fits ? Optional.of(typed.intValueExact()) : Optional.empty();
    }

    /** What the list can be sorted by; empty values come last, equal ones by external id. */
    public enum Sort {
        SENT_ON("w.sent_on"),
        SINCE("w.since"),
        CUSTOMER("w.customer"),
        OWNER("w.owner_name"),
        VALUE("w.quote_value"),
        EXTERNAL_ID("w.external_id");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }
}
