package org.koploper.ui.performance;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Indicator;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.KpiWords;
import org.koploper.kpi.Reading;
import org.koploper.ui.kit.Formats;

/** How readings are written: the number with its unit, what it was made of, and why there is none. */
final class ReadingWords {

    /** Their parts are amounts although they are rates. */
    private static final Set<? extends Indicator> OF_AMOUNTS = EnumSet.of(
            Kpi.MARKET_SHARE,
            Kpi.ATTAINMENT,
            Kpi.GOAL_PROGRESS,
            Kpi.GROWTH,
            Kpi.GROWTH_ON_YEAR,
            Kpi.FORECAST_TO_BUDGET,
            Kpi.MARGIN_RATE);

    /** Those that say with how many cases, or of what, beside the number. */
    private static final Set<? extends Indicator> WITH_BASIS = EnumSet.of(
            Kpi.REVENUE,
            Kpi.LEAD_TO_SALE,
            Kpi.LEAD_TO_APPOINTMENT,
            Kpi.APPOINTMENT_TO_SALE,
            Kpi.CLOSING_RATE,
            Kpi.DEAL_VALUE,
            Kpi.VELOCITY,
            Kpi.CONTACT_TO_CLOSE,
            Kpi.SALES_CYCLE,
            Kpi.SATISFACTION,
            Kpi.RETURN_INTENTION,
            Kpi.GROWTH_ON_YEAR,
            Kpi.GROWTH,
            Kpi.ATTAINMENT,
            Kpi.VISITOR_CONVERSION,
            Kpi.RETENTION,
            Kpi.REPEAT_SALES,
            Kpi.QUOTE_TO_ORDER,
            Kpi.RESPONSE_TIME,
            Kpi.RESPONSE_IN_AN_HOUR,
            Kpi.MARKET_SHARE,
            Kpi.PRODUCTIVITY,
            Kpi.REVENUE_PER_HOUR,
            Kpi.CONTACTS_PER_DAY,
            Kpi.QUOTES_PER_DAY);

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final @Nullable Currency house;
    private final Formats formats = Formats.here();

    /** @param house currency of amounts of which the reading does not say it; null where there is none */
    ReadingWords(@Nullable String house) {
        this.house = house == null ? null : Currency.getInstance(house);
    }

    static String name(Indicator kpi) {
        return KpiWords.name(kpi, Formats.here().locale());
    }

    static String means(Indicator kpi) {
        return KpiWords.means(kpi, Formats.here().locale());
    }

    static String reason(KpiReason reason) {
        return KpiWords.reason(reason, Formats.here().locale());
    }

    /** Null where there is no value. */
    @Nullable
    String value(Reading reading) {
        return reading.value() == null ? null : amount(reading.kpi(), reading.value());
    }

    /** A number in the unit of that KPI. */
    String amount(Indicator kpi, BigDecimal value) {
        return switch (kpi.unit()) {
            case MONEY -> money(value);
            case MONEY_PER_DAY -> translate("performance.a-day", money(value));
            case RATIO -> formats.percent(value);
            case DAYS -> formats.days(rounded(value, 1));
            case MINUTES -> duration(value);
            case COUNT, TIMES, MONTHS -> number(value);
        };
    }

    /** A difference in that unit: of two rates in points. */
    String difference(Indicator kpi, BigDecimal size) {
        return kpi.unit() == KpiUnit.RATIO ? formats.points(size) : amount(kpi, size);
    }

    /** What it was made of; null where the number says that itself. */
    @Nullable
    String basis(Reading reading) {
        BigDecimal numerator = reading.numerator();
        boolean nothing = reading.denominator() == null && reading.n() == null;
        if (!WITH_BASIS.contains(reading.kpi()) || numerator == null && nothing) {
            return null;
        }
        return translate(
                "performance.basis." + reading.kpi().key(), part(reading, numerator), part(reading), cases(reading));
    }

    private String part(Reading reading, @Nullable BigDecimal numerator) {
        boolean money = reading.kpi().unit().isMoney() || OF_AMOUNTS.contains(reading.kpi());
        return numerator == null ? "–" : money ? money(numerator) : number(numerator);
    }

    private String part(Reading reading) {
        BigDecimal denominator = reading.denominator();
        boolean money = OF_AMOUNTS.contains(reading.kpi());
        return denominator == null ? "–" : money ? money(denominator) : number(denominator);
    }

    private String cases(Reading reading) {
        return reading.n() == null ? "–" : number(reading.n());
    }

    String money(BigDecimal amount) {
        return house == null ? number(amount) : formats.wholeMoney(amount, house);
    }

    /** With one decimal at most, small ones with two. */
    String number(BigDecimal number) {
        return formats.number(rounded(number, number.abs().compareTo(BigDecimal.TEN) < 0 ? 2 : 1));
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** As people say it: {@code 45 min}, {@code 3,5 u}, {@code 2 dagen}. */
    String duration(BigDecimal minutes) {
        BigDecimal size = minutes.abs();
        if (size.compareTo(BigDecimal.valueOf(HOUR)) < 0) {
            return translate("effort.minutes", formats.number(rounded(minutes, 0)));
        }
        return size.compareTo(BigDecimal.valueOf(DAY)) < 0
                ? translate(
                        "effort.hours",
                        formats.number(rounded(minutes.divide(BigDecimal.valueOf(HOUR), MathContext.DECIMAL64), 1)))
                : formats.days(rounded(minutes.divide(BigDecimal.valueOf(DAY), MathContext.DECIMAL64), 1));
    }
}
