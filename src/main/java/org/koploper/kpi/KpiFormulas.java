package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiReason.Code;

/** How each KPI is made of measures. */
final class KpiFormulas {

    private static final Set<Kpi> BY_COHORT_TOO = EnumSet.of(Kpi.CLOSING_RATE, Kpi.QUALIFIED_LEADS, Kpi.QUOTE_TO_ORDER);

    private static final Set<Kpi> BY_COHORT_ONLY =
            EnumSet.of(Kpi.HIT_RATE, Kpi.LEAD_TO_SALE, Kpi.LEAD_TO_APPOINTMENT, Kpi.APPOINTMENT_TO_SALE);

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

    private static final BigDecimal NINE_IN_TEN = new BigDecimal("0.9");

    private KpiFormulas() {}

    static List<KpiBasis> bases(Kpi kpi) {
        if (BY_COHORT_ONLY.contains(kpi)) {
            return List.of(KpiBasis.COHORT);
        }
        return BY_COHORT_TOO.contains(kpi) ? List.of(KpiBasis.CLOSE, KpiBasis.COHORT) : List.of(KpiBasis.CLOSE);
    }

    static Formula of(Kpi kpi, KpiBasis basis, Keeps keeps) {
        return switch (kpi) {
            case OPEN_QUOTES -> open(keeps, Measure.OPEN_QUOTES, Measure.OPEN_DEALS);
            case OPEN_QUOTE_VALUE -> open(keeps, Measure.OPEN_QUOTE_VALUE, Measure.OPEN_DEAL_VALUE);
            case STALE_QUOTES ->
                keeps.quotes()
                        ? counted(Measure.STALE_QUOTES, Measure.AGED_QUOTES)
                        : counted(Measure.STALE_DEALS, Measure.AGED_DEALS).saying(Code.FROM_DEALS);
            case ORDER_VALUE, DEAL_VALUE -> Formula.ratio(Measure.REVENUE, Measure.VALUED_ORDERS);
            case ORDER_MARGIN -> margin(Measure.MARGIN_ORDERS);
            case MARGIN_RATE -> margin(Measure.MARGIN_REVENUE);
            case CLOSING_RATE -> closing(basis, keeps.deals(), Code.FROM_QUOTES);
            case QUOTE_TO_ORDER -> closing(basis, !keeps.quotes(), Code.FROM_DEALS);
            case SALES_CYCLE ->
                keeps.quotes()
                        ? Formula.median(Measure.QUOTE_CYCLE)
                        : Formula.median(Measure.CYCLE).saying(Code.FROM_DEALS);
            case NEW_LEADS -> Formula.sum(Measure.LEADS);
            case NEW_ORGANISATIONS -> Formula.sum(Measure.NEW_NUMBERS);
            case QUALIFIED_LEADS -> qualified(basis);
            case HIT_RATE -> Formula.rate(Measure.CONTACTED_WON, Measure.CONTACTED);
            case CONTACT_TO_CLOSE -> Formula.median(Measure.CONTACT_CYCLE);
            case ACQUISITION_COST -> Formula.of(CustomerWorth.COST, CustomerWorth::cost);
            case LIFETIME_VALUE -> Formula.of(CustomerWorth.VALUE, CustomerWorth::value);
            case VALUE_TO_COST -> Formula.of(both(), CustomerWorth::valueToCost);
            case PAYBACK -> Formula.of(both(), CustomerWorth::payback);
            case REVENUE -> Formula.sum(Measure.REVENUE, Measure.ORDERS);
            case GROWTH -> Formula.growth(Measure.REVENUE, Shift.PREVIOUS);
            case GROWTH_ON_YEAR -> Formula.growth(Measure.REVENUE, Shift.YEAR_BEFORE);
            case LEAD_TO_SALE -> Formula.rate(Measure.LEADS_SOLD, Measure.LEADS);
            case LEAD_TO_APPOINTMENT -> Formula.rate(Measure.LEADS_MET, Measure.LEADS);
            case APPOINTMENT_TO_SALE -> Formula.rate(Measure.LEADS_SOLD, Measure.LEADS_MET);
            case CROSS_SELLING -> counted(Measure.BUYERS_OF_TWO, Measure.BUYERS);
            case REPEAT_SALES -> Formula.ratio(Measure.REPEAT_ORDERS, Measure.KNOWN_ORDERS);
            case CHURN -> counted(Measure.CUSTOMERS_LOST, Measure.CUSTOMERS_AT_START);
            case RETENTION -> retention();
            case CONTACTS -> contacts();
            case CALLS -> Formula.sum(Measure.CALLS);
            case MEETINGS -> Formula.sum(Measure.MEETINGS);
            case VELOCITY -> velocity();
            case SATISFACTION -> Formula.rate(Measure.SATISFIED, Measure.ANSWERS);
            case RETURN_INTENTION -> Formula.rate(Measure.RETURNING, Measure.RETURN_ANSWERS);
            case RESPONSE_TIME -> Formula.median(Measure.RESPONSE);
            case RESPONSE_IN_AN_HOUR -> inAnHour();
            case MARKET_SHARE -> marketShare();
            case PRODUCTIVITY -> counted(Measure.REVENUE, Measure.FULL_TIME);
            case REVENUE_PER_HOUR -> perHour();
            case CONTACTS_PER_DAY -> perDay(EnumSet.of(Measure.CALLS, Measure.MEETINGS));
            case QUOTES_PER_DAY -> perDay(EnumSet.of(Measure.QUOTES_SENT));
            case ATTAINMENT, GOAL_PROGRESS -> attainment();
            case RUN_RATE -> runRate();
            case FORECAST_TO_BUDGET -> forecast();
            case VISITOR_CONVERSION -> visitors();
        };
    }

    private static Formula open(Keeps keeps, Measure quotes, Measure deals) {
        return keeps.quotes() ? Formula.sum(quotes) : Formula.sum(deals).saying(Code.FROM_DEALS);
    }

    /** Of what is known of a period only: a ratio, or nothing where it is not known on this level. */
    private static Formula counted(Measure part, Measure whole) {
        return Formula.of(
                EnumSet.of(part, whole),
                numbers -> numbers.known(part) == null || numbers.known(whole) == null
                        ? numbers.none(Code.NOT_HERE)
                        : numbers.quotient(numbers.of(part), numbers.of(whole)));
    }

    private static Formula closing(KpiBasis basis, boolean fromDeals, Code origin) {
        Formula formula = basis == KpiBasis.COHORT
                ? cohort(
                        fromDeals ? Measure.BEGUN_WON : Measure.QUOTES_SENT_WON,
                        fromDeals ? Measure.BEGUN : Measure.QUOTES_SENT,
                        fromDeals ? Measure.CYCLE : Measure.QUOTE_CYCLE)
                : fromDeals
                        ? Formula.decided(Measure.WON, Measure.LOST)
                        : Formula.decided(Measure.QUOTES_WON, Measure.QUOTES_LOST);
        return fromDeals == (origin == Code.FROM_DEALS) ? formula.saying(origin) : formula;
    }

    private static Formula cohort(Measure won, Measure begun, Measure cycle) {
        return Formula.of(
                EnumSet.of(won, begun, cycle),
                numbers -> numbers.rate(numbers.of(won), numbers.of(begun)).noting(immature(numbers, cycle)));
    }

    /** Until the cohort is as old as nine in ten decisions took, or no decision is known. */
    private static @Nullable KpiReason immature(Numbers numbers, Measure cycle) {
        Integer days = Quantiles.upTo(numbers.sums().counts(cycle), NINE_IN_TEN);
        return days == null
                        || numbers.asOf().isBefore(numbers.slot().period().to().plusDays(days))
                ? KpiReason.of(Code.IMMATURE)
                : null;
    }

    private static Formula qualified(KpiBasis basis) {
        return basis == KpiBasis.COHORT
                ? Formula.rate(Measure.LEADS_QUALIFIED, Measure.LEADS)
                : Formula.sum(Measure.QUALIFIED);
    }

    private static Formula margin(Measure whole) {
        return Formula.of(EnumSet.of(Measure.MARGIN, whole, Measure.MARGIN_ORDERS, Measure.ORDERS), numbers -> {
            boolean all = numbers.of(Measure.MARGIN_ORDERS).compareTo(numbers.of(Measure.ORDERS)) == 0;
            return numbers.quotient(numbers.of(Measure.MARGIN), numbers.of(whole))
                    .noting(
                            all
                                    ? null
                                    : KpiReason.of(
                                            Code.COVERAGE,
                                            numbers.of(Measure.MARGIN_ORDERS).toPlainString(),
                                            numbers.of(Measure.ORDERS).toPlainString()));
        });
    }

    private static Set<Measure> both() {
        Set<Measure> both = EnumSet.copyOf(CustomerWorth.COST);
        both.addAll(CustomerWorth.VALUE);
        return both;
    }

    private static Formula retention() {
        return Formula.of(EnumSet.of(Measure.CUSTOMERS_LOST, Measure.CUSTOMERS_AT_START), numbers -> {
            BigDecimal start = numbers.known(Measure.CUSTOMERS_AT_START);
            return start == null
                    ? numbers.none(Code.NOT_HERE)
                    : numbers.quotient(start.subtract(numbers.of(Measure.CUSTOMERS_LOST)), start);
        });
    }

    private static Formula contacts() {
        return Formula.of(EnumSet.of(Measure.CALLS, Measure.MEETINGS), numbers -> {
            BigDecimal all = numbers.of(Measure.CALLS).add(numbers.of(Measure.MEETINGS));
            return numbers.reading(all, all, null, all, null);
        });
    }

    private static Formula perHour() {
        return Formula.of(
                EnumSet.of(Measure.REVENUE, Measure.MINUTES),
                numbers -> numbers.quotient(
                        numbers.of(Measure.REVENUE), Numbers.divide(numbers.of(Measure.MINUTES), MINUTES_OF_AN_HOUR)));
    }

    /** For each day that somebody was there to work. */
    private static Formula perDay(Set<Measure> parts) {
        Set<Measure> all = EnumSet.of(Measure.PERSON_DAYS);
        all.addAll(parts);
        return Formula.of(
                all,
                numbers -> numbers.known(Measure.PERSON_DAYS) == null
                        ? numbers.none(Code.NOT_HERE)
                        : numbers.quotient(
                                parts.stream().map(numbers::of).reduce(BigDecimal.ZERO, BigDecimal::add),
                                numbers.of(Measure.PERSON_DAYS)));
    }

    private static Formula inAnHour() {
        return Formula.of(
                EnumSet.of(Measure.RESPONSE, Measure.TIMED_LEADS),
                numbers -> numbers.rate(
                        Quantiles.all(numbers.sums().counts(Measure.RESPONSE).headMap(60, true)),
                        numbers.of(Measure.TIMED_LEADS)));
    }

    private static Formula velocity() {
        return Formula.of(Velocity.MEASURES, Velocity::of);
    }

    private static Formula marketShare() {
        return Formula.of(EnumSet.of(Measure.REVENUE, Measure.MARKET), numbers -> {
            if (!TypedIn.isWholeYears(numbers.slot())) {
                return numbers.none(Code.WHOLE_YEARS_ONLY);
            }
            return numbers.known(Measure.MARKET) == null
                    ? numbers.reading(null, numbers.of(Measure.REVENUE), null, null, KpiReason.of(Code.NO_MARKET))
                    : numbers.quotient(numbers.of(Measure.REVENUE), numbers.of(Measure.MARKET));
        });
    }

    private static Formula attainment() {
        return Formula.of(
                EnumSet.of(Measure.CREDITED, Measure.QUOTA),
                numbers -> numbers.known(Measure.QUOTA) == null
                        ? numbers.none(Code.NO_TARGET)
                        : numbers.quotient(numbers.of(Measure.CREDITED), numbers.of(Measure.QUOTA)));
    }

    private static Formula runRate() {
        return Formula.of(Forecasts.RUN_RATE, Forecasts::runRate);
    }

    private static Formula forecast() {
        return Formula.of(Forecasts.TO_BUDGET, Forecasts::toBudget).beside(Shift.PREVIOUS, Shift.PREVIOUS_WHOLE);
    }

    /** Different customers, and orders of nobody in particular. */
    private static Formula visitors() {
        return Formula.of(
                EnumSet.of(Measure.BUYERS, Measure.ORDERS, Measure.KNOWN_ORDERS, Measure.VISITORS),
                numbers -> numbers.known(Measure.VISITORS) == null || numbers.known(Measure.BUYERS) == null
                        ? numbers.none(Code.NOT_HERE)
                        : numbers.quotient(
                                numbers.of(Measure.BUYERS)
                                        .add(numbers.of(Measure.ORDERS))
                                        .subtract(numbers.of(Measure.KNOWN_ORDERS)),
                                numbers.of(Measure.VISITORS)));
    }
}
