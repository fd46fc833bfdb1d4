package org.koploper.ui.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How values spread, group by group, to be drawn by an {@link AnalysisChart}: every value as a dot, and from five on a box
 * around the middle half.
 *
 * @param groups at least one
 */
public record Distribution(List<Group> groups) {

    /** With fewer values a box would say more than is known. */
    private static final int LEAST = 5;

    public Distribution {
        groups = List.copyOf(groups);
    }

    /** What belongs together. */
    public record Group(String name, List<Dot> dots) {

        public Group {
            dots = List.copyOf(dots);
        }

        /** Null with fewer than five values. */
        public @Nullable Box box() {
            if (dots.size() < LEAST) {
                return null;
            }
            List<BigDecimal> sorted = dots.stream().map(Dot::value).sorted().toList();
            return new Box(sorted.getFirst(), at(sorted, 1), at(sorted, 2), at(sorted, 3), sorted.getLast());
        }

        /** Between the two values nearest to that quarter of the way, in proportion. */
        private static BigDecimal at(List<BigDecimal> sorted, int quarters) {
            int place = (sorted.size() - 1) * quarters;
            BigDecimal low = sorted.get(place / 4);
            BigDecimal high = sorted.get((place + 3) / 4);
            return low.add(
                    high.subtract(low).multiply(BigDecimal.valueOf(place % 4)).divide(BigDecimal.valueOf(4)));
        }
    }

    /**
     * One value.
     *
     * @param name whose it is; null where the reader may not know
     */
    public record Dot(@Nullable String name, BigDecimal value) {}

    /** The smallest value, the quarters, and the largest one. */
    public record Box(BigDecimal least, BigDecimal lower, BigDecimal middle, BigDecimal upper, BigDecimal most) {

        List<BigDecimal> parts() {
            return List.of(least, lower, middle, upper, most);
        }

        /** The same, rounded half up to that many decimals. */
        public Box rounded(int decimals) {
            return new Box(
                    round(least, decimals),
                    round(lower, decimals),
                    round(middle, decimals),
                    round(upper, decimals),
                    round(most, decimals));
        }

        private static BigDecimal round(BigDecimal value, int decimals) {
            return value.setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    Stream<BigDecimal> values() {
        return groups.stream().flatMap(group -> group.dots().stream()).map(Dot::value);
    }
}
