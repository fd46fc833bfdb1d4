package org.koploper.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The places of numbers among each other, equal ones sharing the mean of theirs. */
final class Ranks {

    private final double[] ranks;
    private final double ties;

    private Ranks(double[] ranks, double ties) {
        this.ranks = ranks;
        this.ties = ties;
    }

    static Ranks of(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        double ties = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double shared = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = shared;
            }
            double equal = to - from;
            ties += equal * equal * equal - equal;
            from = to;
        }
        return new Ranks(ranks, ties);
    }

    /** Of those from one index up to, without, another. */
    double sum(int from, int to) {
        return Arrays.stream(ranks, from, to).sum();
    }

    /** For each run of equal numbers its cube less itself, added up; zero without any. */
    double ties() {
        return ties;
    }
}
