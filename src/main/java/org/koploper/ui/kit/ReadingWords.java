package org.koploper.ui.kit;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Indicator;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.KpiReason.Code;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.KpiWords;
import org.koploper.kpi.Reading;
import org.koploper.statistics.Interval;
import org.koploper.statistics.Proportion;

/** How readings of KPIs are written on every screen: the number with its unit, what it was made of, and why there is none. */
public final class ReadingWords {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);

    private final Formats formats = Formats.here();
    private final @Nullable Currency house;

    /** @param house currency of amounts of which the reading does not say it; null where there is none */
    public ReadingWords(@Nullable String house) {
        this.house = house == null ? null : Currency.getInstance(house);
    }

    /** In the currency that one of these is in. */
    public static ReadingWords of(Iterable<Reading> readings) {
        for (Reading reading : readings) {
            if (reading.currency() != null) {
                return new ReadingWords(reading.currency());
            }
        }
        return new ReadingWords(null);
    }

    /** What it is called. */
    public static String name(Indicator kpi) {
        return KpiWords.name(kpi, Formats.here().locale());
    }

    /** What it is, in one sentence. */
    public static String means(Indicator kpi) {
        return KpiWords.means(kpi, Formats.here().locale());
    }

    /** Why there is no value, or what to know about it; empty for nothing. */
    public static Optional<String> reason(Reading reading) {
        return Optional.ofNullable(reading.reason())
                .map(reason -> KpiWords.reason(reason, Formats.here().locale()));
    }

    /** Name, number, of what, whatever there is to know about it, and its meaning behind a button. */
    public org.koploper.ui.kit.Kpi card(Reading reading) {
        return told(new org.koploper.ui.kit.Kpi(name(reading.kpi()), figure(reading), null), reading)
                .means(List.of(means(reading.kpi())));
    }

    /** Below the number: what it was made of and whatever there is to know about it. */
    public org.koploper.ui.kit.Kpi told(org.koploper.ui.kit.Kpi card, Reading reading) {
        BigDecimal numerator = reading.numerator();
        boolean something = reading.value() != null || numerator != null && numerator.signum() != 0;
        if (something && !isTooFew(reading)) {
            basis(reading).ifPresent(card::from);
        }
        reason(reading).ifPresent(card::from);
        return card;
    }

    /** The number with its unit; of too few both of them, {@code 2 of 3}; null where there is nothing to say. */
    public @Nullable String figure(Reading reading) {
        BigDecimal value = reading.value();
        return value != null ? amount(reading, value) : isTooFew(reading) ? of(reading) : null;
    }

    /** As {@link #figure}; in words that there is too little where there is nothing to say. */
    public String said(Reading reading) {
        String figure = figure(reading);
        return figure == null ? translate("kpi.too-little") : figure;
    }

    /** With what it was divided from: {@code 45% (9 of 20)}; of too few only that, and a dash for nothing. */
    public String both(Reading reading) {
        BigDecimal value = reading.value();
        if (value == null) {
            String figure = figure(reading);
            return figure == null ? "–" : figure;
        }
        return share(value, reading.numerator(), reading.denominator());
    }

    /** {@code 45% (9 of 20)}. */
    public String share(BigDecimal rate, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return translate("reading.share", formats.percent(rate), number(part), number(whole));
    }

    /** {@code 9 of 20}. */
    public String of(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return translate("reading.of", number(part), number(whole));
    }

    private String of(Reading reading) {
        return of(reading.numerator(), reading.denominator());
    }

    private static boolean isTooFew(Reading reading) {
        KpiReason reason = reading.reason();
        return reading.value() == null
                && reason != null
                && reason.code() == Code.TOO_FEW
                && reading.kpi().unit() == KpiUnit.RATIO;
    }

    /** A value beside that reading, such as the one before, in its unit and currency. */
    public String amount(Reading reading, BigDecimal value) {
        return reading.currency() == null
                ? amount(reading.kpi(), value)
                : new ReadingWords(reading.currency()).amount(reading.kpi(), value);
    }

    /** A number in the unit of that KPI. */
    public String amount(Indicator kpi, BigDecimal value) {
        return switch (kpi.unit()) {
            case MONEY -> money(value);
            case MONEY_PER_DAY -> translate("reading.a-day", money(value));
            case RATIO -> formats.percent(value);
            case DAYS -> formats.days(rounded(value, 1));
            case MINUTES -> duration(value);
            case MONTHS -> months(value);
            case TIMES -> kpi == Kpi.VALUE_TO_COST ? translate("reading.times", number(value)) : number(value);
            case COUNT -> number(value);
        };
    }

    /** The size of a difference in that unit: of two rates in points. */
    public String difference(Indicator kpi, BigDecimal size) {
        return kpi.unit() == KpiUnit.RATIO ? formats.points(size) : amount(kpi, size);
    }

    /** What it was made of, in words; empty where the number says that itself. */
    public Optional<String> basis(Reading reading) {
        return ReadingBasis.of(reading, this);
    }

    /** The same, as short as in a cell: {@code 9 of 20}, {@code orders: 12}. */
    public Optional<String> shortBasis(Reading reading) {
        return switch (reading.kpi()) {
            case Kpi.ORDER_VALUE -> Optional.of(translate("dashboard.of-order", number(cases(reading))));
            case Kpi.SALES_CYCLE -> Optional.of(translate("dashboard.of-cycle", number(cases(reading))));
            default -> reading.kpi().unit() == KpiUnit.RATIO ? Optional.of(of(reading)) : Optional.empty();
        };
    }

    private static BigDecimal cases(Reading reading) {
        return reading.n() == null ? BigDecimal.ZERO : reading.n();
    }

    /** Of a rate of cases, where the true one lies in 95 of 100; empty for what is none. */
    public Optional<String> between(Reading reading) {
        BigDecimal part = reading.numerator();
        BigDecimal whole = reading.denominator();
        if (reading.kpi().unit() != KpiUnit.RATIO || reading.value() == null || part == null || whole == null) {
            return Optional.empty();
        }
        Interval interval = new Proportion(whole(part), whole(whole)).interval();
        return Optional.of(translate(
                "reading.between",
                formats.percent(BigDecimal.valueOf(interval.low())),
                formats.percent(BigDecimal.valueOf(interval.high()))));
    }

    private static int whole(BigDecimal count) {
        return count.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** Without decimals; a dash for none. */
    public String money(@Nullable BigDecimal amount) {
        return amount == null ? "–" : house == null ? number(amount) : formats.wholeMoney(amount, house);
    }

    /** With one decimal at most, small ones with two; a dash for none. */
    public String number(@Nullable BigDecimal number) {
        return number == null
                ? "–"
                : formats.number(rounded(number, number.abs().compareTo(BigDecimal.TEN) < 0 ? 2 : 1));
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** As people say it: {@code 45 min}, {@code 3,5 u}, {@code 2 dagen}. */
    public String duration(BigDecimal minutes) {
        BigDecimal size = minutes.abs();
        if (size.compareTo(BigDecimal.valueOf(HOUR)) < 0) {
            return translate("effort.minutes", formats.number(rounded(minutes, 0)));
        }
        return size.compareTo(BigDecimal.valueOf(DAY)) < 0
                ? translate("effort.hours", formats.number(rounded(in(minutes, HOUR), 1)))
                : formats.days(rounded(in(minutes, DAY), 1));
    }

    /** From a year on in years too. */
    private String months(BigDecimal months) {
        String all = formats.number(rounded(months, 1));
        return months.compareTo(YEAR) < 0
                ? translate("reading.months", all)
                : translate("reading.years", formats.number(rounded(in(months, YEAR.intValueExact()), 1)), all);
    }

    private static BigDecimal in(BigDecimal number, int unit) {
        return number.divide(BigDecimal.valueOf(unit), MathContext.DECIMAL64);
    }
}
