package org.koploper.kpi;

import static org.koploper.kpi.KpiDirection.HIGHER;
import static org.koploper.kpi.KpiDirection.LOWER;
import static org.koploper.kpi.KpiScope.Kind.CUSTOMER;
import static org.koploper.kpi.KpiScope.Kind.ORGANISATION;
import static org.koploper.kpi.KpiScope.Kind.PERSON;
import static org.koploper.kpi.KpiScope.Kind.TEAM;
import static org.koploper.kpi.KpiUnit.COUNT;
import static org.koploper.kpi.KpiUnit.DAYS;
import static org.koploper.kpi.KpiUnit.MINUTES;
import static org.koploper.kpi.KpiUnit.MONEY;
import static org.koploper.kpi.KpiUnit.MONEY_PER_DAY;
import static org.koploper.kpi.KpiUnit.MONTHS;
import static org.koploper.kpi.KpiUnit.RATIO;
import static org.koploper.kpi.KpiUnit.TIMES;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.koploper.kpi.KpiScope.Kind;

/**
 * Everything the product can say about how selling goes. How each is computed stands in {@link KpiFormulas} and, for people,
 * in docs/kpi.md; a change of what one means gets a new version of the definition. Those without a number stand beside the
 * one they belong to.
 */
public enum Kpi implements Indicator {
    OPEN_QUOTES(1, COUNT, HIGHER, everywhere()),
    OPEN_QUOTE_VALUE(null, MONEY, HIGHER, everywhere()),
    STALE_QUOTES(null, RATIO, LOWER, everywhere()),
    ORDER_VALUE(2, MONEY, HIGHER, everywhere()),
    ORDER_MARGIN(3, MONEY, HIGHER, everywhere()),
    MARGIN_RATE(null, RATIO, HIGHER, everywhere()),
    CLOSING_RATE(4, RATIO, HIGHER, sellers()),
    SALES_CYCLE(5, DAYS, LOWER, everywhere()),
    NEW_LEADS(6, COUNT, HIGHER, sellers()),
    NEW_ORGANISATIONS(7, COUNT, HIGHER, sellers()),
    QUALIFIED_LEADS(8, COUNT, HIGHER, sellers()),
    HIT_RATE(9, RATIO, HIGHER, sellers()),
    CONTACT_TO_CLOSE(10, DAYS, LOWER, everywhere()),
    DEAL_VALUE(11, MONEY, HIGHER, everywhere()),
    ACQUISITION_COST(12, MONEY, LOWER, together()),
    LIFETIME_VALUE(13, MONEY, HIGHER, customers()),
    VALUE_TO_COST(14, TIMES, HIGHER, alone()),
    PAYBACK(15, MONTHS, LOWER, alone()),
    REVENUE(16, MONEY, HIGHER, everywhere()),
    GROWTH(17, RATIO, HIGHER, everywhere()),
    GROWTH_ON_YEAR(18, RATIO, HIGHER, everywhere()),
    LEAD_TO_SALE(19, RATIO, HIGHER, sellers()),
    LEAD_TO_APPOINTMENT(null, RATIO, HIGHER, sellers()),
    APPOINTMENT_TO_SALE(null, RATIO, HIGHER, sellers()),
    QUOTE_TO_ORDER(20, RATIO, HIGHER, sellers()),
    CROSS_SELLING(21, RATIO, HIGHER, everywhere()),
    REPEAT_SALES(22, RATIO, HIGHER, everywhere()),
    CHURN(23, RATIO, LOWER, together()),
    RETENTION(24, RATIO, HIGHER, together()),
    CONTACTS(25, COUNT, HIGHER, sellers()),
    CALLS(null, COUNT, HIGHER, sellers()),
    MEETINGS(null, COUNT, HIGHER, sellers()),
    VELOCITY(26, MONEY_PER_DAY, HIGHER, together()),
    SATISFACTION(27, RATIO, HIGHER, sellers()),
    RETURN_INTENTION(null, RATIO, HIGHER, sellers()),
    RESPONSE_TIME(28, MINUTES, LOWER, sellers()),
    RESPONSE_IN_AN_HOUR(null, RATIO, HIGHER, sellers()),
    MARKET_SHARE(29, RATIO, HIGHER, alone()),
    PRODUCTIVITY(30, MONEY, HIGHER, sellers()),
    REVENUE_PER_HOUR(null, MONEY, HIGHER, sellers()),
    CONTACTS_PER_DAY(null, TIMES, HIGHER, sellers()),
    QUOTES_PER_DAY(null, TIMES, HIGHER, sellers()),
    ATTAINMENT(31, RATIO, HIGHER, sellers()),
    RUN_RATE(32, MONEY, HIGHER, sellers()),
    FORECAST_TO_BUDGET(33, RATIO, HIGHER, sellers()),
    VISITOR_CONVERSION(34, RATIO, HIGHER, alone()),
    GOAL_PROGRESS(35, RATIO, HIGHER, sellers());

    /** What happened on days. */
    private static final Set<Kpi> SUMS =
            EnumSet.of(REVENUE, NEW_LEADS, NEW_ORGANISATIONS, QUALIFIED_LEADS, CONTACTS, CALLS, MEETINGS);

    private final @Nullable Integer number;
    private final KpiUnit unit;
    private final KpiDirection direction;
    private final Set<Kind> levels;

    Kpi(@Nullable Integer number, KpiUnit unit, KpiDirection direction, Set<Kind> levels) {
        this.number = number;
        this.unit = unit;
        this.direction = direction;
        this.levels = levels;
    }

    /** As the interface, addresses and translations name it. */
    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** 1 to 35; null for what stands beside one of those. */
    @Override
    public @Nullable Integer number() {
        return number;
    }

    @Override
    public KpiUnit unit() {
        return unit;
    }

    @Override
    public KpiDirection direction() {
        return direction;
    }

    @Override
    public Set<Kind> levels() {
        return levels;
    }

    @Override
    public List<KpiBasis> bases() {
        return KpiFormulas.bases(this);
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean isSum() {
        return SUMS.contains(this);
    }

    @Override
    public String code() {
        return name();
    }

    /** The one of that key or number; empty for any other text. */
    public static Optional<Kpi> by(String keyOrNumber) {
        return Arrays.stream(values())
                .filter(kpi -> kpi.key().equals(keyOrNumber)
                        || String.valueOf(kpi.number).equals(keyOrNumber))
                .filter(kpi -> !keyOrNumber.equals("null"))
                .findFirst();
    }

    private static Set<Kind> everywhere() {
        return Set.of(PERSON, TEAM, ORGANISATION, CUSTOMER);
    }

    private static Set<Kind> sellers() {
        return Set.of(PERSON, TEAM, ORGANISATION);
    }

    private static Set<Kind> together() {
        return Set.of(TEAM, ORGANISATION);
    }

    private static Set<Kind> customers() {
        return Set.of(ORGANISATION, CUSTOMER);
    }

    private static Set<Kind> alone() {
        return Set.of(ORGANISATION);
    }
}
