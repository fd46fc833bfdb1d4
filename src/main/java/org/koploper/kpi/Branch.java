package org.koploper.kpi;

import java.util.EnumMap;
import java.util.Map;

/**
 * One place where facts come from, as pieces of SQL: what lies there, for whom it counts and on which day, and how much of
 * each measure every row is worth. Whatever is asked of a place (a person, a team, a segment, by month) is put around it
 * by {@link FactQuery}.
 */
record Branch(
        String from,
        String where,
        String person,
        String day,
        String range,
        String currency,
        String customer,
        String product,
        String lead,
        String part,
        Map<Measure, String> amounts) {

    private static final String NONE = "cast(null as bigint)";

    /** Between the first and the last day asked for. */
    private static final String BETWEEN = "%s between :from and :to";

    static Branch from(String from, String person, String day) {
        return new Branch(
                from,
                "1 = 1",
                person,
                day,
                BETWEEN.formatted(day),
                "'XXX'",
                NONE,
                NONE,
                NONE,
                "cast(null as integer)",
                Map.of());
    }

    /** Whether its rows are put together first. */
    boolean isDerived() {
        return from.startsWith("(");
    }

    /** Whether its rows say by what they are to be taken apart. */
    boolean knows(Grouping by) {
        return switch (by) {
            case PRODUCT, FAMILY -> !product.equals(NONE);
            case SEGMENT, REGION -> !customer.equals(NONE);
            case SOURCE -> !lead.equals(NONE);
            default -> true;
        };
    }

    Branch where(String condition) {
        return new Branch(from, condition, person, day, range, currency, customer, product, lead, part, amounts);
    }

    /** For a moment instead of a day: the condition on the column itself, with {@code :from} and {@code :after}. */
    Branch within(String condition) {
        return new Branch(from, where, person, day, condition, currency, customer, product, lead, part, amounts);
    }

    Branch in(String currencyColumn) {
        return new Branch(from, where, person, day, range, currencyColumn, customer, product, lead, part, amounts);
    }

    Branch about(String customerColumn, String productColumn, String leadColumn) {
        return new Branch(
                from, where, person, day, range, currency, customerColumn, productColumn, leadColumn, part, amounts);
    }

    Branch about(String customerColumn) {
        return about(customerColumn, NONE, NONE);
    }

    /** A whole number that rows are told apart by: days of a cycle, minutes of an answer. */
    Branch by(String number) {
        return new Branch(from, where, person, day, range, currency, customer, product, lead, number, amounts);
    }

    Branch counting(Measure measure, String amount) {
        Map<Measure, String> more = new EnumMap<>(Measure.class);
        more.putAll(amounts);
        more.put(measure, amount);
        return new Branch(from, where, person, day, range, currency, customer, product, lead, part, more);
    }

    /** Each of its rows takes away what it would bring. */
    Branch takenBack() {
        Map<Measure, String> less = new EnumMap<>(Measure.class);
        amounts.forEach((measure, amount) -> less.put(measure, "-(" + amount + ")"));
        return new Branch(from, where, person, day, range, currency, customer, product, lead, part, less);
    }

    Branch counting(Measure measure) {
        return counting(measure, "1");
    }
}
