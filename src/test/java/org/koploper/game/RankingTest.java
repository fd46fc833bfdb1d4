package org.koploper.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.game.TieRule.DENSE;
import static org.koploper.game.TieRule.FIRST;
import static org.koploper.game.TieRule.SHARED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

    /** Scores of A, B, C, …; a dash is somebody without a score. */
    @ParameterizedTest(name = "{0}: shared {1}, dense {2}")
    @CsvSource({
        "9 7 7 3, A1 B2 C2 D4, A1 B2 C2 D3",
        "9 8 7 3, A1 B2 C3 D4, A1 B2 C3 D4",
        "5 5 5, A1 B1 C1, A1 B1 C1",
        "3 9, B1 A2, B1 A2",
        "9 9 7 7 7 3, A1 B1 C3 D3 E3 F6, A1 B1 C2 D2 E2 F3",
        "9 - 7, A1 C2 B-, A1 C2 B-",
        "0 -4 0, A1 C1 B3, A1 C1 B2",
        "1.0 1.00 1.000, A1 B1 C1, A1 B1 C1",
        "-, A-, A-",
    })
    void tiesAreCountedAsTheRuleSays(String scores, String shared, String dense) {
        assertThat(ranks(scores, SHARED)).isEqualTo(shared);
        assertThat(ranks(scores, DENSE)).isEqualTo(dense);
    }

    @Test
    void nobodyToRankGivesAnEmptyBoard() {
        assertThat(Ranking.rank(List.of(), SHARED)).isEmpty();
    }

    @Test
    void whoReachedTheValueOnAnEarlierDayStandsAboveAndTheSameDayShares() {
        List<Ranking.Scored> all = List.of(
                scored(1, "Anna", "7", "2026-11-09"),
                scored(2, "Bram", "7", "2026-11-05"),
                scored(3, "Carl", "7", "2026-11-09"),
                scored(4, "Dina", "9", "2026-11-20"),
                scored(5, "Emma", "1", "2026-11-01"));

        assertThat(Ranking.rank(all, FIRST).stream()
                        .map(placed -> placed.id() + ":" + placed.rank())
                        .toList())
                .containsExactly("4:1", "2:2", "1:3", "3:3", "5:5");
    }

    @Test
    void rankIsOneMoreThanTheNumberOfGreaterScoresWhateverTheOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int board = 0; board < 1000; board++) {
            List<Ranking.Scored> all = random(random);
            List<Ranking.Scored> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            for (TieRule rule : TieRule.values()) {
                List<Ranking.Placed> placed = Ranking.rank(all, rule);

                assertThat(Ranking.rank(shuffled, rule)).as("seed %d", seed).isEqualTo(placed);
                Map<Long, Integer> ranks = new HashMap<>();
                placed.forEach(one -> ranks.put(one.id(), one.rank()));
                for (Ranking.Scored one : all) {
                    assertThat(ranks.get(one.id()))
                            .as("seed %d %s %s", seed, rule, one)
                            .isEqualTo(naive(one, all, rule));
                }
            }
        }
    }

    private static @Nullable Integer naive(Ranking.Scored one, List<Ranking.Scored> all, TieRule rule) {
        BigDecimal own = one.score();
        if (own == null) {
            return null;
        }
        var greater = all.stream()
                .filter(other -> other.score() != null)
                .filter(other -> other.score().compareTo(own) > 0
                        || (rule == FIRST
                                && other.score().compareTo(own) == 0
                                && Objects.requireNonNull(other.reached()).isBefore(one.reached())));
        return 1
                + (int)
                        (rule == DENSE
                                ? greater.map(other -> other.score().stripTrailingZeros())
                                        .distinct()
                                        .count()
                                : greater.count());
    }

    private static List<Ranking.Scored> random(Random random) {
        List<Ranking.Scored> all = new ArrayList<>();
        int size = random.nextInt(12);
        for (int i = 0; i < size; i++) {
            BigDecimal score = random.nextInt(8) == 0
                    ? null
                    : BigDecimal.valueOf(random.nextInt(5) - 1).setScale(random.nextInt(3));
            all.add(new Ranking.Scored(
                    i, "name" + random.nextInt(4), score, LocalDate.of(2026, 11, 1 + random.nextInt(3))));
        }
        return all;
    }

    private static String ranks(String scores, TieRule rule) {
        String[] each = scores.split(" ");
        List<Ranking.Scored> all = new ArrayList<>();
        for (int i = 0; i < each.length; i++) {
            String name = String.valueOf((char) ('A' + i));
            all.add(new Ranking.Scored(i, name, each[i].equals("-") ? null : new BigDecimal(each[i]), null));
        }
        return Ranking.rank(all, rule).stream()
                .map(placed -> (char) ('A' + placed.id())
                        + (placed.rank() == null ? "-" : placed.rank().toString()))
                .collect(Collectors.joining(" "));
    }

    private static Ranking.Scored scored(long id, String name, String score, String reached) {
        return new Ranking.Scored(id, name, new BigDecimal(score), LocalDate.parse(reached));
    }
}
