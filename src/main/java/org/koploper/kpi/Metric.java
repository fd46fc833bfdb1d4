package org.koploper.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.money.Decimals;

/** What a board can rank by. */
public enum Metric {
    /** Sum of won value, less what was cancelled or credited, in the organisation's currency. */
    REVENUE("revenue", true),
    /** Number of deals, a shared deal by its share, less the cancelled ones. */
    DEALS("deals", false),
    /** Sum of revenue divided by sum of deals, never a mean of means. */
    AVERAGE_VALUE("average-value", true),
    /** Revenue divided by the own target; 1 is the whole of it. */
    ATTAINMENT("attainment", false);

    private final String key;
    private final boolean money;

    Metric(String key, boolean money) {
        this.key = key;
        this.money = money;
    }

    /** As the interface, addresses and translations name it. */
    public String key() {
        return key;
    }

    /** Whether its values are amounts of money. */
    public boolean isMoney() {
        return money;
    }

    /** The metric of that key; empty for any other text. */
    public static Optional<Metric> byKey(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
    }

    /** What the targets held against it count: {@link #DEALS} for deals, otherwise {@link #REVENUE}. */
    public Metric targetKpi() {
        return this == DEALS ? DEALS : REVENUE;
    }

    /**
     * Its value for these sums, unrounded (a quotient has at most 34 digits).
     *
     * @param target only {@link #ATTAINMENT} looks at it
     * @return null where it must not be computed: an average without deals, an attainment without target
     */
    public @Nullable BigDecimal of(Tally tally, @Nullable OwnTarget target) {
        return switch (this) {
            case REVENUE -> tally.revenue();
            case DEALS -> tally.deals();
            case AVERAGE_VALUE ->
                tally.valuedDeals().signum() <= 0
                        ? null
                        : Decimals.canonical(tally.revenue().divide(tally.valuedDeals(), MathContext.DECIMAL128));
            case ATTAINMENT -> target == null ? null : target.ratio(REVENUE, tally);
        };
    }
}
