package org.koploper.money;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;

/**
 * Signs of numbers that people read: a minus as wide as a plus, where the locale data of Java has a hyphen, and no end of a
 * line after it.
 */
public final class Signs {

    /** U+2212. */
    public static final char MINUS = '\u2212';

    /** What keeps a sign on the line of what follows it; a figure does that by itself, the sign of a currency does not. */
    public static final String JOINED = "\u2060";

    private Signs() {}

    /** The number as that format writes it; what it rounds to nothing has no sign. */
    public static String write(NumberFormat format, BigDecimal number) {
        if (format instanceof DecimalFormat decimal) {
            DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign(MINUS);
            decimal.setDecimalFormatSymbols(symbols);
        }
        String text = format.format(number);
        boolean nothing = text.chars().noneMatch(sign -> sign >= '1' && sign <= '9');
        return nothing ? format.format(BigDecimal.ZERO) : joined(text);
    }

    private static String joined(String text) {
        boolean apart = text.charAt(0) == MINUS && text.length() > 1 && !isFigure(text.charAt(1));
        return apart ? text.charAt(0) + JOINED + text.substring(1) : text;
    }

    private static boolean isFigure(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
