package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;

/**
 * How single values of several people spread, such as what orders are worth.
 *
 * @param each the values of those whose numbers the reader may see, in no order; who has none is absent
 * @param others of the others only what lies in the middle; null where they are so few that one could find out whose it is
 * @param tooMany whether there are more than are read one by one, so that there are none
 * @param byChance how often chance alone lets people differ as much; null where too few have enough of them
 */
public record Spread(
        Map<PersonRef, List<BigDecimal>> each,
        @Nullable Middle others,
        boolean tooMany,
        @Nullable Double byChance) {

    /** Below which somebody is not held against others. */
    static final int FEWEST = Comparison.FEWEST_ORDERS;

    /** @param count how many values there are */
    public record Middle(BigDecimal lower, BigDecimal middle, BigDecimal upper, int count) {}

    public Spread {
        each = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(each));
    }

    /** Whether it may be said that people differ at all. */
    public boolean differs() {
        return byChance != null && byChance < 0.05;
    }
}
