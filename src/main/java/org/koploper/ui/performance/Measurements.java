package org.koploper.ui.performance;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.koploper.kpi.Kpi;

/** What stands on the page: the numbers of whoever sells, and those of the sales organisation, each with what belongs beside it. */
final class Measurements {

    /** One of them. */
    record Measurement(Kpi main, List<Kpi> beside) {}

    /** Six indicators of sellers. */
    static final List<Measurement> SELLING = List.of(
            of(Kpi.REVENUE),
            of(Kpi.LEAD_TO_SALE, Kpi.CLOSING_RATE),
            of(Kpi.CONTACTS, Kpi.CALLS, Kpi.MEETINGS),
            of(Kpi.DEAL_VALUE),
            of(Kpi.VELOCITY, Kpi.CONTACT_TO_CLOSE, Kpi.SALES_CYCLE),
            of(Kpi.SATISFACTION));

    /** Nine measurements of how selling goes; the share of the market is read by year and stands apart. */
    static final List<Measurement> ORGANISATION = List.of(
            of(Kpi.GROWTH_ON_YEAR, Kpi.GROWTH),
            of(Kpi.ATTAINMENT, Kpi.RUN_RATE, Kpi.FORECAST_TO_BUDGET),
            of(Kpi.VISITOR_CONVERSION),
            of(Kpi.RETENTION, Kpi.REPEAT_SALES),
            of(
                    Kpi.OPEN_QUOTE_VALUE,
                    Kpi.OPEN_QUOTES,
                    Kpi.LEAD_TO_APPOINTMENT,
                    Kpi.APPOINTMENT_TO_SALE,
                    Kpi.QUOTE_TO_ORDER),
            of(Kpi.RESPONSE_TIME, Kpi.RESPONSE_IN_AN_HOUR),
            of(Kpi.MARKET_SHARE),
            of(Kpi.PRODUCTIVITY, Kpi.CONTACTS_PER_DAY),
            of(Kpi.RETURN_INTENTION));

    /** By person, hour and activity. */
    static final List<Measurement> PRODUCTIVITY =
            List.of(of(Kpi.PRODUCTIVITY), of(Kpi.REVENUE_PER_HOUR), of(Kpi.CONTACTS_PER_DAY), of(Kpi.QUOTES_PER_DAY));

    /** The records that somebody has to write down or import before there is a number. */
    private static final Map<Kpi, String> WRITTEN_AS = new EnumMap<>(Map.of(
            Kpi.LEAD_TO_SALE, "leads",
            Kpi.RESPONSE_TIME, "leads",
            Kpi.CONTACTS, "activities",
            Kpi.CONTACTS_PER_DAY, "activities",
            Kpi.REVENUE_PER_HOUR, "activities",
            Kpi.SATISFACTION, "survey-answers-customer",
            Kpi.RETURN_INTENTION, "survey-answers-customer",
            Kpi.ATTAINMENT, "targets",
            Kpi.VISITOR_CONVERSION, "visitors",
            Kpi.MARKET_SHARE, "market-sizes"));

    private Measurements() {}

    private static Measurement of(Kpi main, Kpi... beside) {
        return new Measurement(main, List.of(beside));
    }

    /** Each of them once. */
    static Set<Kpi> all() {
        Set<Kpi> all = new LinkedHashSet<>();
        for (List<Measurement> some : Arrays.asList(SELLING, ORGANISATION, PRODUCTIVITY)) {
            some.forEach(one -> {
                all.add(one.main());
                all.addAll(one.beside());
            });
        }
        return all;
    }

    /** The kind of record without which there is no such number; deals, quotes and products for all others. */
    static String writtenAs(Kpi kpi) {
        return WRITTEN_AS.getOrDefault(kpi, "deals");
    }
}
