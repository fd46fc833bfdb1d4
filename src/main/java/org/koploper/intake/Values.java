package org.koploper.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads one cell as one kind of value. Spaces around the text, non-breaking ones included, do not count. What can be read in
 * two ways, or only by being generous, is refused with a code; nothing is rounded, cut or completed. A blank cell is refused
 * as {@code empty-cell}: whether that is a problem is for the caller to know.
 */
public final class Values {

    private static final int MOST_DIGITS = 30;
    private static final int MOST_SHOWN = 40;
    private static final int EARLIEST_YEAR = 1900;
    private static final Pattern OTHER_NEGATIVE =
            Pattern.compile("\\(.*\\d.*\\)|.*\\d\\h?[-\\u2212]|[\\u2212\\u2013].*\\d.*");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Set<String> YES = Set.of("yes", "ja", "true", "waar", "1");
    private static final Set<String> NO = Set.of("no", "nee", "false", "onwaar", "0");

    private Values() {}

    /** The text without spaces around it, non-breaking ones included; may be empty. */
    public static String text(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && space(cell.charAt(from))) {
            from++;
        }
        while (to > from && space(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    /**
     * An exact decimal with the scale it is written with: {@code 1.234,50}, {@code 1234,5}, {@code 1 234.50}. Groups have
     * three digits and one kind of sign between them. One of {@code € $ £} may stand in front and does not become part of
     * the value; a negative number has a plain minus in front of the digits or of that sign.
     *
     * <p>Codes: {@code not-a-number}, {@code grouping-not-in-threes}, {@code decimal-sign-undecided},
     * {@code negative-notation}, {@code number-too-long} (more than 30 digits).
     */
    public static Parsed<BigDecimal> decimal(String cell, DecimalSign sign) {
        String text = text(cell);
        if (text.isEmpty()) {
            return empty();
        }
        if (text.length() > 2 * MOST_DIGITS) {
            return refused("number-too-long", text);
        }
        NumberText number = NumberText.of(text);
        if (number == null) {
            return refused(OTHER_NEGATIVE.matcher(text).matches() ? "negative-notation" : "not-a-number", text);
        }
        if (sign == DecimalSign.UNDECIDED && number.shows() == NumberText.Shows.EITHER) {
            return refused("decimal-sign-undecided", text);
        }
        BigDecimal value = switch (sign) {
            case DOT -> number.value('.');
            case COMMA -> number.value(',');
            case UNDECIDED -> number.value(number.shows() == NumberText.Shows.COMMA ? ',' : '.');
        };
        if (value == null) {
            return refused("grouping-not-in-threes", text);
        }
        return value.precision() > MOST_DIGITS || value.scale() > MOST_DIGITS
                ? refused("number-too-long", text)
                : Parsed.value(value);
    }

    /**
     * A whole number, written as in {@link #decimal}; {@code 12,00} is 12. Codes as there, and {@code not-a-whole-number},
     * {@code number-too-long} (outside the range of a long).
     */
    public static Parsed<Long> integer(String cell, DecimalSign sign) {
        return switch (decimal(cell, sign)) {
            case Parsed.Refused<BigDecimal>(String code, var args) -> new Parsed.Refused<>(code, args);
            case Parsed.Value<BigDecimal>(BigDecimal value) -> {
                if (value.stripTrailingZeros().scale() > 0) {
                    yield refused("not-a-whole-number", text(cell));
                }
                try {
                    yield Parsed.value(value.longValueExact());
                } catch (ArithmeticException tooLarge) {
                    yield refused("number-too-long", text(cell));
                }
            }
        };
    }

    /**
     * A percentage in percent: both {@code 60} and {@code 60 %} are 60, and {@code 0.6} is six tenths of a percent. Written as
     * in {@link #decimal} with an optional {@code %} behind; codes as there, and {@code not-a-percentage} for a currency sign.
     */
    public static Parsed<BigDecimal> percent(String cell, DecimalSign sign) {
        String text = text(cell);
        if (text.indexOf('€') >= 0 || text.indexOf('$') >= 0 || text.indexOf('£') >= 0) {
            return refused("not-a-percentage", text);
        }
        return decimal(text.endsWith("%") ? text.substring(0, text.length() - 1) : text, sign);
    }

    /**
     * A day that exists (31/2 is refused). A time behind it is left out; when it carries an offset, the day is the one on the
     * calendar of {@code zone} at that moment. Without a pattern only {@code yyyy-MM-dd} is read.
     *
     * <p>Codes: {@code not-a-date} (args: text, pattern), {@code date-order-undecided} (no pattern), {@code year-too-early}
     * (before 1900).
     */
    public static Parsed<LocalDate> date(String cell, @Nullable DatePattern pattern, ZoneId zone) {
        return stamp(cell, pattern).map(stamp -> at(stamp, zone).toLocalDate());
    }

    /**
     * A moment on the clocks of {@code zone}: a time without an offset is taken as it stands, one with an offset is converted,
     * a date without a time is the start of that day. Codes as for {@link #date}.
     */
    public static Parsed<LocalDateTime> dateTime(String cell, @Nullable DatePattern pattern, ZoneId zone) {
        return stamp(cell, pattern).map(stamp -> at(stamp, zone));
    }

    /** A calendar month written as {@code 2026-11}; code {@code not-a-month}, {@code year-too-early}. */
    public static Parsed<YearMonth> month(String cell) {
        String text = text(cell);
        if (text.isEmpty()) {
            return empty();
        }
        if (!MONTH.matcher(text).matches()) {
            return refused("not-a-month", text);
        }
        try {
            YearMonth month = YearMonth.parse(text);
            return month.getYear() < EARLIEST_YEAR ? refused("year-too-early", text) : Parsed.value(month);
        } catch (DateTimeException noSuchMonth) {
            return refused("not-a-month", text);
        }
    }

    /** {@code yes ja true waar 1} or {@code no nee false onwaar 0}, in capitals or not; code {@code not-yes-or-no}. */
    public static Parsed<Boolean> yesOrNo(String cell) {
        String text = text(cell);
        if (text.isEmpty()) {
            return empty();
        }
        String word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word)
                ? Parsed.value(true)
                : NO.contains(word) ? Parsed.value(false) : refused("not-yes-or-no", text);
    }

    /**
     * A currency by its ISO 4217 code, in capitals or not. Codes: {@code unknown-currency}; {@code currency-not-in-use} for
     * one that is no country's money today (DEM) or never was (XAU).
     */
    public static Parsed<Currency> currency(String cell) {
        String text = text(cell);
        if (text.isEmpty()) {
            return empty();
        }
        String code = text.toUpperCase(Locale.ROOT);
        if (CurrenciesInUse.CODES.contains(code)) {
            return Parsed.value(Currency.getInstance(code));
        }
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        return refused(known ? "currency-not-in-use" : "unknown-currency", text);
    }

    private static final class CurrenciesInUse {
        // the JDK does not mark withdrawn currencies, but it knows what each country pays with today
        static final Set<String> CODES = Arrays.stream(Locale.getISOCountries())
                .map(country -> Currency.getInstance(Locale.of("", country)))
                .filter(currency -> currency != null)
                .map(Currency::getCurrencyCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Parsed<DatePattern.Stamp> stamp(String cell, @Nullable DatePattern pattern) {
        String text = text(cell);
        if (text.isEmpty()) {
            return empty();
        }
        DatePattern.Stamp stamp = (pattern == null ? DatePattern.ISO : pattern).read(text);
        if (stamp == null) {
            return pattern == null
                    ? refused("date-order-undecided", text)
                    : Parsed.refused("not-a-date", shortened(text), pattern.pattern());
        }
        return stamp.date().getYear() < EARLIEST_YEAR ? refused("year-too-early", text) : Parsed.value(stamp);
    }

    private static LocalDateTime at(DatePattern.Stamp stamp, ZoneId zone) {
        LocalTime time = stamp.time();
        LocalDateTime local = stamp.date().atTime(time == null ? LocalTime.MIDNIGHT : time);
        return stamp.offset() == null
                ? local
                : local.atOffset(stamp.offset()).atZoneSameInstant(zone).toLocalDateTime();
    }

    private static <T> Parsed<T> empty() {
        return Parsed.refused("empty-cell");
    }

    private static <T> Parsed<T> refused(String code, String text) {
        return Parsed.refused(code, shortened(text));
    }

    /** What a sentence can show of a cell: at most 40 characters, no control characters. */
    static String shortened(String text) {
        int cut = text.length() <= MOST_SHOWN ? text.length() : MOST_SHOWN;
        if (cut < text.length() && Character.isHighSurrogate(text.charAt(cut - 1))) {
            cut--;
        }
        String part = cut < text.length() ? text.substring(0, cut) + "…" : text;
        return part.chars()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean space(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
