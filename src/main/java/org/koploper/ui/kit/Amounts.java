package org.koploper.ui.kit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.koploper.money.Signs;

/**
 * Reads amounts as people type them: {@code 1.234,50}, {@code 1234,5}, {@code 1 234.50}, with or without the sign of a
 * currency. Where a single separator could be either (1.234), the locale of the reader decides.
 */
public final class Amounts {

    private static final int GROUP = 3;

    private Amounts() {}

    /** The number; empty for anything that is none. */
    public static Optional<BigDecimal> read(String typed, Locale locale) {
        String text = typed.replaceAll("[\\s\\u00a0\\u202f" + Signs.JOINED + "€£$]", "")
                .replace(Signs.MINUS, '-');
        if (!text.matches("[-+]?[0-9][0-9.,]*|[-+]?[.,][0-9]+")) {
            return Optional.empty();
        }
        char decimal = decimalSign(text, locale);
        String plain = text.replace(decimal == ',' ? "." : ",", "").replace(decimal, '.');
        try {
            return Optional.of(new BigDecimal(plain));
        } catch (NumberFormatException twoDecimalSigns) {
            return Optional.empty();
        }
    }

    private static char decimalSign(String text, Locale locale) {
        int dot = text.lastIndexOf('.');
        int comma = text.lastIndexOf(',');
        if (dot >= 0 && comma >= 0) {
            return dot > comma ? '.' : ',';
        }
        int at = Math.max(dot, comma);
        if (at < 0) {
            return '.';
        }
        char only = text.charAt(at);
        char other = only == '.' ? ',' : '.';
        if (text.indexOf(only) != at) {
            return other;
        }
        boolean dutch = locale.getLanguage().equals("nl");
        boolean groups = only == (dutch ? '.' : ',');
        return groups && text.length() - at - 1 == GROUP ? other : only;
    }
}
