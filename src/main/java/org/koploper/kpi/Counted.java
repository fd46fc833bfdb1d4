package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope.Kind;

/** What KPIs of one's own are made of: measures that have a name of their own outside, and sums of a few of them. */
public enum Counted {
    /** Won value, less what was cancelled or credited. */
    REVENUE(KpiUnit.MONEY, Measure.REVENUE),
    ORDERS(KpiUnit.COUNT, Measure.ORDERS),
    /** Those with a value. */
    VALUED_ORDERS(KpiUnit.COUNT, Measure.VALUED_ORDERS),
    MARGIN(KpiUnit.MONEY, Measure.MARGIN),
    /** Revenue of the orders whose cost is known. */
    MARGIN_REVENUE(KpiUnit.MONEY, Measure.MARGIN_REVENUE),
    KNOWN_ORDERS(KpiUnit.COUNT, Measure.KNOWN_ORDERS),
    REPEAT_ORDERS(KpiUnit.COUNT, Measure.REPEAT_ORDERS),
    DEALS_WON(KpiUnit.COUNT, Measure.WON),
    DEALS_LOST(KpiUnit.COUNT, Measure.LOST),
    DEALS_DECIDED(KpiUnit.COUNT, Measure.WON, Measure.LOST),
    DEALS_BEGUN(KpiUnit.COUNT, Measure.BEGUN),
    OPEN_DEALS(KpiUnit.COUNT, Measure.OPEN_DEALS),
    OPEN_DEAL_VALUE(KpiUnit.MONEY, Measure.OPEN_DEAL_VALUE),
    QUOTES_SENT(KpiUnit.COUNT, Measure.QUOTES_SENT),
    QUOTES_WON(KpiUnit.COUNT, Measure.QUOTES_WON),
    QUOTES_LOST(KpiUnit.COUNT, Measure.QUOTES_LOST),
    QUOTES_DECIDED(KpiUnit.COUNT, Measure.QUOTES_WON, Measure.QUOTES_LOST),
    OPEN_QUOTES(KpiUnit.COUNT, Measure.OPEN_QUOTES),
    OPEN_QUOTE_VALUE(KpiUnit.MONEY, Measure.OPEN_QUOTE_VALUE),
    LEADS(KpiUnit.COUNT, Measure.LEADS),
    LEADS_QUALIFIED(KpiUnit.COUNT, Measure.LEADS_QUALIFIED),
    LEADS_MET(KpiUnit.COUNT, Measure.LEADS_MET),
    LEADS_SOLD(KpiUnit.COUNT, Measure.LEADS_SOLD),
    CALLS(KpiUnit.COUNT, Measure.CALLS),
    MEETINGS(KpiUnit.COUNT, Measure.MEETINGS),
    CONTACTS(KpiUnit.COUNT, Measure.CALLS, Measure.MEETINGS),
    /** Of calls and meetings, as far as they were written down. */
    CONTACT_MINUTES(KpiUnit.MINUTES, Measure.MINUTES),
    ANSWERS(KpiUnit.COUNT, Measure.ANSWERS),
    SATISFIED(KpiUnit.COUNT, Measure.SATISFIED),

    // known of a period only

    BUYERS(KpiUnit.COUNT, Measure.BUYERS),
    NEW_CUSTOMERS(KpiUnit.COUNT, Measure.CUSTOMERS_NEW),
    COSTS(KpiUnit.MONEY, Measure.COSTS),
    VISITORS(KpiUnit.COUNT, Measure.VISITORS),
    /** Days that people were there to work. */
    WORKED_DAYS(KpiUnit.DAYS, Measure.PERSON_DAYS);

    /** By what a count can be narrowed down, where its facts say it. */
    static final List<Grouping> ASPECTS =
            List.of(Grouping.FAMILY, Grouping.PRODUCT, Grouping.SEGMENT, Grouping.REGION, Grouping.SOURCE);

    private final KpiUnit unit;
    private final List<Measure> measures;

    Counted(KpiUnit unit, Measure... measures) {
        this.unit = unit;
        this.measures = List.of(measures);
    }

    /** As the interface and translations name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What one of it is. */
    public KpiUnit unit() {
        return unit;
    }

    /** Whether a longer time has the sum of its parts: neither a state on a day nor different customers. */
    boolean isSum() {
        return measures.stream().allMatch(measure -> FactSources.knows(measure) && !FactSources.isStock(measure));
    }

    /** By what it can be narrowed down, in the order in which people are asked. */
    public List<Grouping> aspects() {
        return ASPECTS.stream()
                .filter(by -> measures.stream().allMatch(measure -> FactSources.knows(measure, by)))
                .toList();
    }

    /** For whom it is known. */
    Set<Kind> levels() {
        return switch (this) {
            case VISITORS -> EnumSet.of(Kind.ORGANISATION);
            case COSTS -> EnumSet.of(Kind.ORGANISATION, Kind.TEAM);
            case BUYERS, NEW_CUSTOMERS -> EnumSet.allOf(Kind.class);
            default ->
                aspects().contains(Grouping.SEGMENT)
                        ? EnumSet.allOf(Kind.class)
                        : EnumSet.of(Kind.ORGANISATION, Kind.TEAM, Kind.PERSON);
        };
    }

    /** What has to be read; of costs also whether pay was left out of them. */
    Set<Measure> measures() {
        Set<Measure> all = EnumSet.copyOf(measures);
        if (this == COSTS) {
            all.add(Measure.PAY_LEFT_OUT);
        }
        return all;
    }

    boolean needsRate() {
        return measures.stream().anyMatch(Measure::needsRate);
    }

    /** How much there is; null where that is not known. */
    @Nullable
    BigDecimal of(Sums sums) {
        BigDecimal all = BigDecimal.ZERO;
        for (Measure measure : measures) {
            BigDecimal known = sums.known(measure);
            if (known == null) {
                return null;
            }
            all = all.add(known);
        }
        return all;
    }
}
