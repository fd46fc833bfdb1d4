package org.koploper.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field has to be for a record to be in a list. */
public sealed interface Filter {

    /** A text that occurs in it, whatever its case. */
    record Contains(String text) implements Filter {}

    /** One of these codes or currencies, as they are stored. */
    record OneOf(Set<String> codes) implements Filter {}

    /** A reference to the record with that external id. */
    record Names(String externalId) implements Filter {}

    /** From that day up to and including that day; null for an open end. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) implements Filter {}

    /** From that number up to and including that number; null for an open end. */
    record Numbers(@Nullable BigDecimal from, @Nullable BigDecimal to) implements Filter {}
}
