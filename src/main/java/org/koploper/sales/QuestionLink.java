package org.koploper.sales;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.koploper.access.CodeAddresses;
import org.koploper.access.SecretCode;

/**
 * What a customer who is asked gets. The code is handed out this once.
 *
 * @param customer external id
 * @param orderedOn the day of the order it is about; null for none
 * @param lastDay on which it can be answered
 */
public record QuestionLink(
        String customer, String customerName, @Nullable LocalDate orderedOn, LocalDate lastDay, SecretCode code) {

    /** The address inside the product, beginning with a slash. */
    public String path() {
        return CodeAddresses.CUSTOMERS + code.letters();
    }
}
