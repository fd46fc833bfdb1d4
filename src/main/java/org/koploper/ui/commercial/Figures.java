package org.koploper.ui.commercial;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.KpiReason.Code;
import org.koploper.kpi.KpiWords;
import org.koploper.kpi.Reading;
import org.koploper.ui.kit.Formats;
import org.koploper.ui.kit.Kpi;

/** How readings are written: the number, what it was made of, and why there is none. */
final class Figures {

    private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);

    private final Formats formats = Formats.here();
    private final @Nullable Currency currency;

    /** @param currency of the organisation, which amounts beside other units are in; null while it has none */
    Figures(@Nullable String currency) {
        this.currency = currency == null ? null : Currency.getInstance(currency);
    }

    /** The currency that one of these is in. */
    static @Nullable String currency(Iterable<Reading> readings) {
        for (Reading reading : readings) {
            if (reading.currency() != null) {
                return reading.currency();
            }
        }
        return null;
    }

    /** A card: name, number, of what, whatever there is to know about it, and its meaning behind a button. */
    Kpi card(Reading reading) {
        Kpi card = new Kpi(name(reading), figure(reading), null);
        if (reading.value() != null && reading.numerator() != null) {
            card.from(basis(reading));
        }
        KpiReason reason = reading.reason();
        if (reason != null) {
            card.from(words(reason));
        }
        return card.means(List.of(KpiWords.means(reading.kpi(), formats.locale())));
    }

    String name(Reading reading) {
        return KpiWords.name(reading.kpi(), formats.locale());
    }

    /** Of too few both numbers, {@code 2 of 3}; null where there is nothing to say. */
    @Nullable
    String figure(Reading reading) {
        BigDecimal value = reading.value();
        if (value == null) {
            return reading.reason() != null && reading.reason().code() == Code.TOO_FEW ? basis(reading) : null;
        }
        return switch (reading.kpi().unit()) {
            case RATIO -> formats.percent(value);
            case MONEY, MONEY_PER_DAY -> money(value);
            case TIMES -> translate("commercial.times", tenth(value));
            case MONTHS -> months(value);
            case COUNT, DAYS, MINUTES -> tenth(value);
        };
    }

    /** {@code 45% (9 of 20)}; what is missing as {@link #figure}, or a dash. */
    String both(Reading reading) {
        String figure = figure(reading);
        if (figure == null) {
            return "–";
        }
        return reading.value() == null ? figure : share(reading.value(), reading.numerator(), reading.denominator());
    }

    /** {@code 45% (9 of 20)}. */
    String share(BigDecimal rate, @Nullable BigDecimal part, @Nullable BigDecimal whole) {
        return translate("commercial.share", formats.percent(rate), count(part), count(whole));
    }

    /** What it was divided by what. */
    String basis(Reading reading) {
        return switch (reading.kpi()) {
            case org.koploper.kpi.Kpi.ORDER_VALUE,
                    org.koploper.kpi.Kpi.LIFETIME_VALUE,
                    org.koploper.kpi.Kpi.ACQUISITION_COST ->
                translate(
                        "commercial.basis." + reading.kpi().key(),
                        money(reading.numerator()),
                        count(reading.denominator()));
            case org.koploper.kpi.Kpi.VALUE_TO_COST, org.koploper.kpi.Kpi.PAYBACK ->
                translate(
                        "commercial.basis." + reading.kpi().key(),
                        money(reading.numerator()),
                        money(reading.denominator()));
            default -> translate("commercial.of", count(reading.numerator()), count(reading.denominator()));
        };
    }

    String words(KpiReason reason) {
        return KpiWords.reason(reason, formats.locale());
    }

    /** Without decimals; a dash for none. */
    String money(@Nullable BigDecimal amount) {
        if (amount == null) {
            return "–";
        }
        return currency == null ? count(amount) : formats.wholeMoney(amount, currency);
    }

    /** Shared deals count by their share, so one decimal at most; a dash for none. */
    String count(@Nullable BigDecimal number) {
        return number == null ? "–" : tenth(number);
    }

    private String tenth(BigDecimal number) {
        return formats.number(number.setScale(1, RoundingMode.HALF_UP));
    }

    /** From a year on in years too. */
    private String months(BigDecimal months) {
        return months.compareTo(MONTHS_OF_A_YEAR) < 0
                ? translate("commercial.months", tenth(months))
                : translate(
                        "commercial.years",
                        tenth(months.divide(MONTHS_OF_A_YEAR, 3, RoundingMode.HALF_UP)),
                        tenth(months));
    }
}
