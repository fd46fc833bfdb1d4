package org.koploper.ui.kit;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.Indicator;
import org.koploper.kpi.Kpi;
import org.koploper.kpi.KpiReason;
import org.koploper.kpi.KpiUnit;
import org.koploper.kpi.Reading;

/** What readings were made of, in words. */
final class ReadingBasis {

    /** Both parts of theirs are amounts, although they are no amounts themselves. */
    private static final Set<? extends Indicator> OF_AMOUNTS = EnumSet.of(
            Kpi.MARKET_SHARE,
            Kpi.ATTAINMENT,
            Kpi.GOAL_PROGRESS,
            Kpi.GROWTH,
            Kpi.GROWTH_ON_YEAR,
            Kpi.FORECAST_TO_BUDGET,
            Kpi.MARGIN_RATE,
            Kpi.VALUE_TO_COST,
            Kpi.PAYBACK);

    /** Those whose parts have names of their own; of other rates it is one of the other. */
    private static final Set<? extends Indicator> NAMED = EnumSet.of(
            Kpi.REVENUE,
            Kpi.LEAD_TO_SALE,
            Kpi.LEAD_TO_APPOINTMENT,
            Kpi.APPOINTMENT_TO_SALE,
            Kpi.CLOSING_RATE,
            Kpi.ORDER_VALUE,
            Kpi.ORDER_MARGIN,
            Kpi.MARGIN_RATE,
            Kpi.HIT_RATE,
            Kpi.FORECAST_TO_BUDGET,
            Kpi.DEAL_VALUE,
            Kpi.VELOCITY,
            Kpi.CONTACT_TO_CLOSE,
            Kpi.SALES_CYCLE,
            Kpi.SATISFACTION,
            Kpi.RETURN_INTENTION,
            Kpi.GROWTH_ON_YEAR,
            Kpi.GROWTH,
            Kpi.VISITOR_CONVERSION,
            Kpi.RETENTION,
            Kpi.CHURN,
            Kpi.REPEAT_SALES,
            Kpi.CROSS_SELLING,
            Kpi.QUOTE_TO_ORDER,
            Kpi.RESPONSE_TIME,
            Kpi.RESPONSE_IN_AN_HOUR,
            Kpi.PRODUCTIVITY,
            Kpi.REVENUE_PER_HOUR,
            Kpi.CONTACTS_PER_DAY,
            Kpi.QUOTES_PER_DAY,
            Kpi.LIFETIME_VALUE,
            Kpi.ACQUISITION_COST,
            Kpi.VALUE_TO_COST,
            Kpi.PAYBACK);

    /** Where there are no quotes, these are made of deals and say so. */
    private static final Set<? extends Indicator> OF_QUOTES = EnumSet.of(Kpi.QUOTE_TO_ORDER, Kpi.SALES_CYCLE);

    private ReadingBasis() {}

    static Optional<String> of(Reading reading, ReadingWords words) {
        Indicator kpi = reading.kpi();
        String part = part(reading, words);
        String whole =
                OF_AMOUNTS.contains(kpi) ? words.money(reading.denominator()) : words.number(reading.denominator());
        if (!NAMED.contains(kpi)) {
            return kpi.unit() != KpiUnit.RATIO || reading.denominator() == null
                    ? Optional.empty()
                    : Optional.of(translate("reading.of", part, whole));
        }
        if (reading.numerator() == null && reading.denominator() == null && reading.n() == null) {
            return Optional.empty();
        }
        String key = "reading.basis." + kpi.key() + (fromDeals(reading) ? "-deals" : "");
        return Optional.of(translate(key, part, whole, words.number(reading.n())));
    }

    private static String part(Reading reading, ReadingWords words) {
        BigDecimal numerator = reading.numerator();
        boolean money = reading.kpi().unit().isMoney() || OF_AMOUNTS.contains(reading.kpi());
        return money ? words.money(numerator) : words.number(numerator);
    }

    private static boolean fromDeals(Reading reading) {
        @Nullable KpiReason reason = reading.reason();
        return OF_QUOTES.contains(reading.kpi()) && reason != null && reason.code() == KpiReason.Code.FROM_DEALS;
    }
}
