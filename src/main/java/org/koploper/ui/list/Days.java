package org.koploper.ui.list;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.ui.kit.Formats;

/** From a day up to and including a day; null for an open end. */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    private static final String BETWEEN = "..";

    /** As {@link #inAddress} writes it; an end that cannot be read is open. */
    static Days parse(String text) {
        int between = text.indexOf(BETWEEN);
        return between < 0
                ? new Days(null, null)
                : new Days(day(text.substring(0, between)), day(text.substring(between + BETWEEN.length())));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException mistyped) {
            return null;
        }
    }

    /** {@code 2026-10-01..2026-10-31}, or null when both ends are open. */
    @Nullable
    String inAddress() {
        return open() ? null : Objects.toString(from, "") + BETWEEN + Objects.toString(to, "");
    }

    /** {@code 1 Oct 2026 – 31 Oct 2026}, or empty when both ends are open. */
    Optional<String> inWords() {
        return open() ? Optional.empty() : Optional.of(inWords(from) + " – " + inWords(to));
    }

    private static String inWords(@Nullable LocalDate day) {
        return day == null ? "…" : Formats.here().date(day);
    }

    private boolean open() {
        return from == null && to == null;
    }
}
