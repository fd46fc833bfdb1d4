package org.koploper.export;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers are written and cells are set apart in a file of plain text, which differs by where its reader lives. */
public enum Notation {
    /** 1234,50 between semicolons. */
    COMMA(';', ','),
    /** 1234.50 between commas. */
    DOT(',', '.');

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final char separator;
    private final char decimal;

    Notation(char separator, char decimal) {
        this.separator = separator;
        this.decimal = decimal;
    }

    /** The one that spreadsheets expect in that locale. */
    public static Notation of(Locale locale) {
        return locale.getLanguage().equals("nl") ? COMMA : DOT;
    }

    char separator() {
        return separator;
    }

    /** The value as text, exactly: no rounding, no signs between thousands, days as 2026-11-02; without the currency. */
    public String write(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> Formulas.defused(text);
            case Cell.Number(BigDecimal number) -> number(atLeast(number, 0));
            case Cell.Money(BigDecimal amount, var currency) ->
                number(atLeast(amount, Math.max(0, currency.getDefaultFractionDigits())));
            case Cell.Share(BigDecimal share) -> number(atLeast(share.movePointRight(2), 0)) + "%";
            case Cell.Day(var day) -> day.toString();
            case Cell.Moment(var moment) -> MOMENT.format(moment);
        };
    }

    /** With these decimals, and all others that are no zeros. */
    private static BigDecimal atLeast(BigDecimal number, int decimals) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < decimals ? stripped.setScale(decimals) : stripped;
    }

    private String number(BigDecimal number) {
        return number.toPlainString().replace('.', decimal);
    }
}
