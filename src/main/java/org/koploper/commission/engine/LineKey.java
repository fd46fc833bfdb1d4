package org.koploper.commission.engine;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a line keeps from run to run: {@code component|month|deal|slot}. The deal may itself hold a separator and is still
 * found, since none of the others can.
 */
record LineKey(String component, YearMonth month, @Nullable String deal, LineKind kind, int band) {

    static final char SEPARATOR = '|';
    private static final String ROUNDING = "rounding";
    private static final String NONE = "none";

    String text() {
        String slot = switch (kind) {
            case DEAL -> Integer.toString(band);
            case NOTHING_CREDITED -> NONE;
            case ROUNDING -> ROUNDING;
        };
        return component + SEPARATOR + month + SEPARATOR + (deal == null ? "" : deal) + SEPARATOR + slot;
    }

    /** @throws IllegalArgumentException when no line has such a key */
    static LineKey parse(String text) {
        int first = text.indexOf(SEPARATOR);
        int second = text.indexOf(SEPARATOR, first + 1);
        int last = text.lastIndexOf(SEPARATOR);
        if (second < 0 || last <= second) {
            throw new IllegalArgumentException("Not the key of a line: '" + text + "'");
        }
        String deal = text.substring(second + 1, last);
        String slot = text.substring(last + 1);
        LineKind kind = switch (slot) {
            case NONE -> LineKind.NOTHING_CREDITED;
            case ROUNDING -> LineKind.ROUNDING;
            default -> LineKind.DEAL;
        };
        try {
            return new LineKey(
                    text.substring(0, first),
                    YearMonth.parse(text.substring(first + 1, second)),
                    deal.isEmpty() ? null : deal,
                    kind,
                    kind == LineKind.DEAL ? Integer.parseInt(slot) : Line.NO_BAND);
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("Not the key of a line: '" + text + "'", e);
        }
    }
}
