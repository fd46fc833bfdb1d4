package org.koploper.kpi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * To what a count is narrowed down: a fact has to fit every aspect, and in each of them one of the values.
 *
 * @param values by product (external id), family, segment, region or source; an aspect that is there has a value. Empty:
 *     everything counts
 */
public record Only(SortedMap<Grouping, SortedSet<String>> values) {

    /** Narrowed down to nothing in particular. */
    public static final Only EVERYTHING = new Only(new TreeMap<>());

    public Only {
        values = new TreeMap<>(values);
    }

    /** With these values in place of what that aspect was narrowed down to; without any the aspect is free. */
    public Only with(Grouping aspect, Collection<String> wanted) {
        SortedMap<Grouping, SortedSet<String>> all = new TreeMap<>(values);
        if (wanted.isEmpty()) {
            all.remove(aspect);
        } else {
            all.put(aspect, new TreeSet<>(wanted));
        }
        return new Only(all);
    }

    public boolean isEverything() {
        return values.isEmpty();
    }

    /** What has to hold of a row of that branch; its parameters are {@link #parameters}. */
    List<String> conditions(Branch branch) {
        List<String> conditions = new ArrayList<>();
        values.keySet().forEach(by -> conditions.add(condition(branch, by)));
        return conditions;
    }

    private static String condition(Branch branch, Grouping by) {
        return switch (by) {
            case PRODUCT -> within(branch.product(), "products", "external_id", by);
            case FAMILY -> within(branch.product(), "products", "family", by);
            case SEGMENT -> within(branch.customer(), "customers", "segment", by);
            case REGION -> within(branch.customer(), "customers", "region", by);
            case SOURCE -> within(branch.lead(), "leads", "source", by);
            default -> throw new IllegalArgumentException("Nothing is narrowed down by " + by);
        };
    }

    private static String within(String id, String table, String column, Grouping by) {
        return id + " in (select f.id from " + table + " f where f." + column + " in (:" + parameter(by) + "))";
    }

    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new TreeMap<>();
        values.forEach((by, wanted) -> parameters.put(parameter(by), List.copyOf(wanted)));
        return parameters;
    }

    private static String parameter(Grouping by) {
        return "only" + by.name().toLowerCase(Locale.ROOT);
    }
}
