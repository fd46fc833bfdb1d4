package org.koploper.commission.engine;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a line keeps from run to run: {@code component|month|deal|slot}. The deal may itself hold a separator and is still
 * found, since none of the others can.
 */
record LineKey(String component, YearMonth month, @Nullable String deal, LineKind kind, int band) {

    static final char SEPARATOR = '|';

    private static final String NONE = "none";
    private static final String OBJECTIVE = "objective-";

    /** @throws IllegalArgumentException when a component cannot have such a name */
    static String named(String name) {
        if (name.isBlank() || name.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("A name cannot be blank or hold a '|', as '" + name + "'");
        }
        return name;
    }

    String text() {
        String slot = switch (kind) {
            case DEAL -> Integer.toString(band);
            case OBJECTIVE -> OBJECTIVE + band;
            case NOTHING_CREDITED -> NONE;
            default -> name(kind);
        };
        return component + SEPARATOR + month + SEPARATOR + (deal == null ? "" : deal) + SEPARATOR + slot;
    }

    private static String name(LineKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        try {
            LineKind kind = kind(slot);
            int band = switch (kind) {
                case DEAL -> Integer.parseInt(slot);
                case OBJECTIVE -> Integer.parseInt(slot.substring(OBJECTIVE.length()));
                default -> Line.NO_BAND;
            };
            return new LineKey(
                    text.substring(0, first),
                    YearMonth.parse(text.substring(first + 1, second)),
                    deal.isEmpty() ? null : deal,
                    kind,
                    band);
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("Not the key of a line: '" + text + "'", e);
        }
    }

    private static LineKind kind(String slot) {
        if (slot.equals(NONE)) {
            return LineKind.NOTHING_CREDITED;
        }
        if (slot.startsWith(OBJECTIVE)) {
            return LineKind.OBJECTIVE;
        }
        for (LineKind kind : LineKind.values()) {
            if (kind != LineKind.DEAL
                    && kind != LineKind.OBJECTIVE
                    && name(kind).equals(slot)) {
                return kind;
            }
        }
        return LineKind.DEAL;
    }
}
