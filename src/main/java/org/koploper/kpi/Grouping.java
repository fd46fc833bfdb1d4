package org.koploper.kpi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.koploper.period.PeriodKind;

/** By what a number is taken apart. */
public enum Grouping {
    DAY(PeriodKind.DAY),
    WEEK(PeriodKind.WEEK),
    MONTH(PeriodKind.MONTH),
    QUARTER(PeriodKind.QUARTER),
    YEAR(PeriodKind.YEAR),
    /** By external id of the person. */
    PERSON(null),
    /** By external id of the team that somebody belonged to on the day, each without the teams below it; empty: none. */
    TEAM(null),
    /** By external id of the product that a deal names; empty: none. */
    PRODUCT(null),
    /** By family of that product; empty: none. */
    FAMILY(null),
    /** By segment of the customer; empty: none. */
    SEGMENT(null),
    /** By region of the customer; empty: none. */
    REGION(null),
    /** By source of the lead; empty: none. */
    SOURCE(null);

    private final @Nullable PeriodKind kind;

    Grouping(@Nullable PeriodKind kind) {
        this.kind = kind;
    }

    /** As the interface names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stretch of the calendar; null for what is no time. Keys are then as {@code Period.key()} writes them. */
    public @Nullable PeriodKind kind() {
        return kind;
    }

    /** The one of that key; empty for any other text. */
    public static Optional<Grouping> byKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
