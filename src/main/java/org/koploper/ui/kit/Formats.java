package org.koploper.ui.kit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.koploper.money.Signs;
import org.koploper.period.Period;

/**
 * Writes numbers, money and dates the way readers of one locale expect: nl-BE, nl-NL or en-GB, by the Unicode locale
 * data of the Java runtime, but below zero with a minus and not a hyphen. Rounds half up, and only for showing.
 */
public final class Formats {

    private static final int MOST_DECIMALS = 6;

    private final Locale locale;

    private Formats(Locale locale) {
        this.locale = locale;
    }

    public static Formats of(Locale locale) {
        return new Formats(locale);
    }

    /** For who is looking at the current screen. */
    public static Formats here() {
        return of(Optional.ofNullable(UI.getCurrent()).map(UI::getLocale).orElse(Locale.UK));
    }

    /** Whose way of writing it is. */
    public Locale locale() {
        return locale;
    }

    /** With the decimals of the currency: {@code € 1.234,50}. */
    public String money(BigDecimal amount, Currency currency) {
        return money(amount, currency, Math.max(0, currency.getDefaultFractionDigits()));
    }

    /** Without decimals, for targets and boards; never on a statement. */
    public String wholeMoney(BigDecimal amount, Currency currency) {
        return money(amount, currency, 0);
    }

    private String money(BigDecimal amount, Currency currency, int decimals) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return write(format, amount, decimals, decimals);
    }

    /** A share with one decimal: 0.6805 is {@code 68,1%}. */
    public String percent(BigDecimal share) {
        return write(NumberFormat.getPercentInstance(locale), share, 1, 1);
    }

    /** A difference of two shares, in percentage points with one decimal at most: 0.0204 is {@code 2 pp}. */
    public String points(BigDecimal difference) {
        return I18NProvider.translate(
                locale, "unit.points", number(difference.movePointRight(2).setScale(1, RoundingMode.HALF_UP)));
    }

    /**
     * With its sign above zero too, where the minus would be: {@code +2 pp}, {@code −€1,200}, {@code € +1.200}.
     *
     * @param written how it is written, below zero too
     */
    public String signed(BigDecimal number, Function<BigDecimal, String> written) {
        return number.signum() > 0 ? written.apply(number.negate()).replace(Signs.MINUS, '+') : written.apply(number);
    }

    /** So many days, one of them alone too: {@code 1 dag}, {@code 7,5 dagen}. */
    public String days(BigDecimal days) {
        return I18NProvider.translate(
                locale,
                days.abs().compareTo(BigDecimal.ONE) == 0 ? "month.meter.day" : "month.meter.days",
                number(days));
    }

    /** Several in one sentence: {@code A, B en C}. */
    public String listed(List<String> several) {
        return several.isEmpty()
                ? ""
                : ListFormat.getInstance(locale, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(several);
    }

    /** A commission rate with the decimals it has: 0.12 is {@code 12%}, 0.075 is {@code 7,5%}. */
    public String rate(BigDecimal share) {
        return write(NumberFormat.getPercentInstance(locale), share, 0, MOST_DECIMALS);
    }

    /** With the decimals it has, at most six. */
    public String number(BigDecimal number) {
        return write(NumberFormat.getNumberInstance(locale), number, 0, MOST_DECIMALS);
    }

    /** A whole number. */
    public String number(long number) {
        return Signs.write(NumberFormat.getIntegerInstance(locale), BigDecimal.valueOf(number));
    }

    private static String write(NumberFormat format, BigDecimal number, int least, int most) {
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return Signs.write(format, number);
    }

    /** In words: {@code 2 nov 2026}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }

    /** A day of a year that is clear: {@code 2 nov}. */
    public String dayOfYear(LocalDate date) {
        return date.getDayOfMonth() + " " + date.getMonth().getDisplayName(TextStyle.SHORT, locale);
    }

    /** In figures, for tables: {@code 2/11/2026}. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                .withLocale(locale)
                .format(date);
    }

    /** {@code november 2026}. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    /** A month of any year: {@code november}. */
    public String monthOfYear(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** As short as on an axis: {@code nov}. */
    public String shortMonth(Month month) {
        return month.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /** {@code 14:05} for today, {@code 2 nov 2026 14:05} for another day. */
    public String moment(Instant moment, ZoneId zone, LocalDate today) {
        var local = moment.atZone(zone);
        String time = DateTimeFormatter.ofPattern("HH:mm", locale).format(local);
        return local.toLocalDate().equals(today) ? time : date(local.toLocalDate()) + " " + time;
    }

    /** A moment in figures, for tables: {@code 2/11/2026 14:05}. */
    public String shortMoment(LocalDateTime moment) {
        return shortDate(moment.toLocalDate())
                + " "
                + DateTimeFormatter.ofPattern("HH:mm", locale).format(moment);
    }

    /** A period as one names it: {@code november 2026}, {@code Q4 2026}, {@code week 47, 2026}, or its first and last day. */
    public String period(Period period) {
        LocalDate from = period.from();
        return switch (period.kind()) {
            case DAY -> date(from);
            case WEEK ->
                I18NProvider.translate(
                        locale,
                        "period.week-label",
                        String.valueOf(from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                        String.valueOf(from.get(IsoFields.WEEK_BASED_YEAR)));
            case MONTH -> month(YearMonth.from(from));
            case QUARTER -> "Q" + from.get(IsoFields.QUARTER_OF_YEAR) + " " + from.getYear();
            case YEAR -> String.valueOf(from.getYear());
            case CUSTOM -> date(from) + " – " + date(period.to());
        };
    }
}
