package org.koploper.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of many comparisons may be called a difference. Who looks often enough finds something: of a hundred comparisons of equal
 * people five come out as "less than once in twenty by chance".
 */
public final class Discoveries {

    private Discoveries() {}

    /**
     * By Benjamini and Hochberg (Journal of the Royal Statistical Society B 57, 1995, 289–300): of those that are named, at most
     * this part is chance on average; and where there is no difference at all, nothing is named in all but that part of the
     * cases.
     *
     * @param byChance how often chance alone gives as much, for each comparison
     * @param wrong between 0 and 1
     * @return as many as were given, in their order: whether it is a difference
     */
    public static List<Boolean> among(List<Double> byChance, double wrong) {
        List<Integer> order = IntStream.range(0, byChance.size())
                .boxed()
                .sorted(Comparator.comparing(byChance::get))
                .toList();
        double bound = -1;
        for (int place = 0; place < order.size(); place++) {
            double one = byChance.get(order.get(place));
            if (one <= wrong * (place + 1) / order.size()) {
                bound = one;
            }
        }
        double most = bound;
        return byChance.stream().map(one -> one <= most).toList();
    }
}
