package org.koploper.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** One value of a table, with its type, so that a file and a screen can each write it in their own way. */
public sealed interface Cell {

    /** Nothing to write. */
    Cell EMPTY = new Text("");

    record Text(String text) implements Cell {}

    record Number(BigDecimal number) implements Cell {}

    record Money(BigDecimal amount, Currency currency) implements Cell {}

    /** A share: 0.12 is twelve percent. */
    record Share(BigDecimal share) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    /** A moment on the clock of the organisation. */
    record Moment(LocalDateTime moment) implements Cell {}

    static Cell text(@Nullable String text) {
        return text == null ? EMPTY : new Text(text);
    }

    static Cell number(long number) {
        return new Number(BigDecimal.valueOf(number));
    }

    static Cell number(@Nullable BigDecimal number) {
        return number == null ? EMPTY : new Number(number);
    }

    static Cell money(@Nullable BigDecimal amount, Currency currency) {
        return amount == null ? EMPTY : new Money(amount, currency);
    }

    static Cell share(@Nullable BigDecimal share) {
        return share == null ? EMPTY : new Share(share);
    }

    static Cell day(@Nullable LocalDate day) {
        return day == null ? EMPTY : new Day(day);
    }

    static Cell moment(@Nullable Instant moment, ZoneId zone) {
        return moment(moment == null ? null : LocalDateTime.ofInstant(moment, zone));
    }

    static Cell moment(@Nullable LocalDateTime moment) {
        return moment == null ? EMPTY : new Moment(moment);
    }
}
