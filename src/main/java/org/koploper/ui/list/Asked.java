package org.koploper.ui.list;

import java.util.function.Predicate;
import org.koploper.ui.shell.Address;

/**
 * What a list is asked to show, as its address says it; it never changes, so an export can read by it while the user goes on.
 *
 * @param sort key of the column to sort by
 */
public record Asked(Address address, String sort, boolean descending) {

    static final String SORT = "sort";

    /** What the address says; what it does not say is as in {@code usual}, such as {@code -closedOn}. */
    static Asked of(Address address, String usual, Predicate<String> sortable) {
        String said = address.get(SORT).filter(sort -> sortable.test(key(sort))).orElse(usual);
        return new Asked(address, key(said), said.startsWith("-"));
    }

    private static String key(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }
}
