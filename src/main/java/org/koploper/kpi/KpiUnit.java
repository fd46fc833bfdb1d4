package org.koploper.kpi;

/** What a number counts. */
public enum KpiUnit {
    COUNT("count"),
    /** In the organisation's currency. */
    MONEY("money"),
    /** In the organisation's currency, for each day. */
    MONEY_PER_DAY("money/day"),
    /** 1 is all of it: shown as a percentage. */
    RATIO("ratio"),
    /** How many times. */
    TIMES("times"),
    DAYS("days"),
    MINUTES("minutes"),
    MONTHS("months");

    private final String key;

    KpiUnit(String key) {
        this.key = key;
    }

    /** As the interface names it; amounts carry their currency instead. */
    public String key() {
        return key;
    }

    /** Whether its values are amounts of money. */
    public boolean isMoney() {
        return this == MONEY || this == MONEY_PER_DAY;
    }
}
