package org.koploper.commission.engine;

import java.time.LocalDate;

/**
 * The end of what was sold before its time: a contract cancelled, a policy lapsed.
 *
 * @param deal id of the credit
 * @param monthsServed whole months that it lasted, zero or more
 */
public record Termination(String deal, LocalDate date, int monthsServed) {

    /** @throws IllegalArgumentException when it lasted less than nothing */
    public Termination {
        if (monthsServed < 0) {
            throw new IllegalArgumentException("The end of " + deal + " after " + monthsServed + " months");
        }
    }
}
