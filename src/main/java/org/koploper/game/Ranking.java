package org.koploper.game;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives ranks to scores. Pure: the same scores in any order get the same ranks. */
final class Ranking {

    private static final Comparator<Scored> BY_NAME =
            Comparator.comparing(Scored::name).thenComparingLong(Scored::id);

    private Ranking() {}

    /**
     * Ranks by falling score.
     *
     * @return best first, equal ranks by name; the ones without a score last, by name
     */
    static List<Placed> rank(List<Scored> all, TieRule rule) {
        Comparator<Scored> better = better(rule);
        List<Scored> ordered = all.stream()
                .filter(scored -> scored.score() != null)
                .sorted(better.thenComparing(BY_NAME))
                .toList();
        List<Placed> placed = new ArrayList<>(all.size());
        int rank = 0;
        Scored previous = null;
        for (Scored scored : ordered) {
            if (previous == null || better.compare(previous, scored) != 0) {
                rank = rule == TieRule.DENSE ? rank + 1 : placed.size() + 1;
            }
            placed.add(new Placed(scored.id(), rank));
            previous = scored;
        }
        all.stream()
                .filter(scored -> scored.score() == null)
                .sorted(BY_NAME)
                .forEach(scored -> placed.add(new Placed(scored.id(), null)));
        return placed;
    }

    private static Comparator<Scored> better(TieRule rule) {
        Comparator<Scored> byScore = Comparator.comparing(Scored::value).reversed();
        return rule == TieRule.FIRST
                ? byScore.thenComparing(Scored::reached, Comparator.nullsLast(Comparator.naturalOrder()))
                : byScore;
    }

    /**
     * What is ranked.
     *
     * @param score null: not ranked
     * @param reached the first day on which the score was reached; null where it was there from the start or nobody asked
     */
    record Scored(
            long id,
            String name,
            @Nullable BigDecimal score,
            @Nullable LocalDate reached) {

        BigDecimal value() {
            return java.util.Objects.requireNonNull(score);
        }
    }

    /**
     * What came out.
     *
     * @param rank from 1; null: not ranked
     */
    record Placed(long id, @Nullable Integer rank) {}
}
