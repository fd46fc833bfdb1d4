package org.koploper.kpi;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.koploper.people.PersonRef;
import org.koploper.statistics.Groups;

/**
 * How large orders are, in the organisation's currency at the rate of the day of each.
 *
 * @param count how many orders were looked at
 * @param latestOnly whether there are more, of which only the latest were looked at
 * @param median of all of them; null without any
 * @param each those of the people whom the reader may see, whoever has most orders first
 * @param between whether people differ, by the test of Kruskal and Wallis; null unless two of those whom the reader may see
 *     have at least {@value #FEWEST}
 * @param currency null while the organisation has none
 */
public record Sizes(
        int count,
        boolean latestOnly,
        @Nullable BigDecimal median,
        List<OfPerson> each,
        @Nullable Groups between,
        @Nullable String currency) {

    /** With fewer orders nobody is compared. */
    public static final int FEWEST = 5;

    public Sizes {
        each = List.copyOf(each);
    }

    /**
     * The orders of one person, whole ones also where others share them.
     *
     * @param values at least one, the smallest first
     */
    public record OfPerson(PersonRef person, List<BigDecimal> values) {

        public OfPerson {
            values = List.copyOf(values);
        }

        /** The one in the middle, or half-way between the two in the middle. */
        public BigDecimal median() {
            return Quantiles.median(values);
        }
    }
}
