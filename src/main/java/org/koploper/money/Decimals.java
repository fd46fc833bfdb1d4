package org.koploper.money;

import java.math.BigDecimal;

/** Exact decimals in one form, so that equal numbers are equal objects and equal texts. */
public final class Decimals {

    /** Longest text {@link #parse} reads; far above any amount, far below what would cost time to convert. */
    private static final int LONGEST_TEXT = 40;

    /** A number with more zeros than this behind it is an attack on memory, not an amount. */
    private static final int MOST_TRAILING_ZEROS = 60;

    private Decimals() {}

    /**
     * The same number without trailing zeros after the decimal point and with a scale of at least zero.
     *
     * @throws IllegalArgumentException when the number is written with an exponent above 60
     */
    public static BigDecimal canonical(BigDecimal value) {
        BigDecimal stripped = value.scale() > 0 ? value.stripTrailingZeros() : value;
        if (stripped.scale() >= 0) {
            return stripped;
        }
        if (stripped.scale() < -MOST_TRAILING_ZEROS) {
            throw new IllegalArgumentException("A number this large is no amount: " + value);
        }
        return stripped.setScale(0);
    }

    /** The number in full, never with an exponent and without needless zeros: {@code 10005534}, {@code 0.055}. */
    public static String plain(BigDecimal value) {
        return canonical(value).toPlainString();
    }

    /**
     * The number in full with at least the given decimals: {@code 10005534.00} for two. Digits beyond them are kept,
     * since a text must not round: {@code 11.875} stays {@code 11.875}.
     */
    public static String plain(BigDecimal value, int leastDecimals) {
        BigDecimal canonical = canonical(value);
        return (canonical.scale() < leastDecimals ? canonical.setScale(leastDecimals) : canonical).toPlainString();
    }

    /**
     * Reads what {@link #plain(BigDecimal)} writes: an optional minus, digits, and optionally a point with digits.
     * No plus, blank, grouping, comma, exponent or digit of another script; at most 40 characters.
     *
     * @throws IllegalArgumentException for anything else, with the text (shortened) in the message
     */
    public static BigDecimal parse(String text) {
        if (text.length() > LONGEST_TEXT || !isPlain(text)) {
            String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
            throw new IllegalArgumentException("Not a plain decimal number: '" + shown + "'");
        }
        return canonical(new BigDecimal(text));
    }

    private static boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        if (point < 0) {
            return areDigits(text, start, text.length());
        }
        return areDigits(text, start, point) && areDigits(text, point + 1, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }
}
