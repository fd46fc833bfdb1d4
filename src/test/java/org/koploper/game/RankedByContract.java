package org.koploper.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.game.Leaderboard.PastRank;
import org.koploper.kpi.Metric;
import org.koploper.period.Period;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Statements;

/** What decides a rank, and who is outside the ranking. */
abstract class RankedByContract extends TwoTeams {

    @Test
    void byGoalTheRankFollowsThePartOfTheOwnTarget() {
        sample.target(anna, null, "2026-03-01", "2026-03-31", "1000", home);
        sample.target(bram, null, "2026-03-01", "2026-03-31", "100", home);
        sell(anna, "500", "2026-03-05");
        sell(bram, "80", "2026-03-05");
        sell(carl, "900", "2026-03-05");

        Board board = by(By.GOAL, MARCH);

        assertThat(names(board)).containsExactly("Bram", "Anna", "Carl");
        assertThat(row(board, bram).score()).isEqualByComparingTo("0.8");
        assertThat(row(board, bram).value()).isEqualByComparingTo("80");
        assertThat(row(board, carl).rank()).isNull();
        assertThat(row(board, carl).reason()).isEqualTo(Standing.Reason.NO_TARGET);
    }

    @Test
    void byGrowthTheRankFollowsTheChangeAndWhatHasNoBaseSaysSo() {
        sell(anna, "100", "2026-02-05");
        sell(anna, "150", "2026-03-05");
        sell(bram, "1000", "2026-02-05");
        sell(bram, "800", "2026-03-05");
        sell(carl, "900", "2026-03-05");

        Board board = by(By.GROWTH, MARCH);

        assertThat(names(board)).containsExactly("Anna", "Bram", "Carl");
        assertThat(row(board, anna).score()).isEqualByComparingTo("0.5");
        assertThat(row(board, bram).score()).isEqualByComparingTo("-0.2");
        assertThat(row(board, carl).score()).isNull();
        assertThat(row(board, carl).reason()).isEqualTo(Standing.Reason.NO_BASE);
        assertThat(row(board, carl).value()).isEqualByComparingTo("900");
    }

    @Test
    void aRunningPeriodIsComparedWithAsManyDaysOfTheOneBefore() {
        assertThat(Growth.base(MARCH, LocalDate.of(2026, 3, 10))).hasToString("2026-02-01..2026-02-10");
        assertThat(Growth.base(MARCH, LocalDate.of(2026, 3, 30))).hasToString("2026-02");
        assertThat(Growth.base(MARCH, LocalDate.of(2026, 3, 31))).hasToString("2026-02");
        assertThat(Growth.base(MARCH, LocalDate.of(2026, 7, 1))).hasToString("2026-02");
    }

    @Test
    void fewerThanTenWorkingDaysAreOutsideTheRankingOfAMonthAndStillShown() {
        sell(anna, "300", "2026-03-30");
        sell(bram, "200", "2026-03-05");
        employed(anna, "2026-03-19", null);
        employed(bram, "2020-01-01", "2026-03-13");
        absent(bram, "2026-03-02", "2026-03-02");

        Board board = by(By.VALUE, MARCH);

        // 19 to 31 March: 9 working days; 3 to 13 March: 9
        for (PersonId person : List.of(anna, bram)) {
            assertThat(row(board, person).rank()).isNull();
            assertThat(row(board, person).reason()).isEqualTo(Standing.Reason.FEW_DAYS);
        }
        assertThat(row(board, anna).value()).isEqualByComparingTo("300");
        assertThat(row(board, carl).rank()).isEqualTo(1);
    }

    @Test
    void tenWorkingDaysAreEnoughAndShortPeriodsHaveNoSuchRule() {
        sell(anna, "300", "2026-03-30");
        employed(anna, "2026-03-18", null);

        assertThat(row(by(By.VALUE, MARCH), anna).rank()).isEqualTo(1);
        employed(bram, "2026-03-30", null);
        sell(bram, "500", "2026-03-30");
        assertThat(row(by(By.VALUE, Period.parse("2026-W14")), bram).rank()).isEqualTo(1);
        assertThat(row(by(By.VALUE, Period.parse("2026-03-30")), bram).rank()).isEqualTo(1);
        assertThat(row(by(By.VALUE, MARCH), bram).rank()).isNull();
    }

    @Test
    void theRanksOfTheFourPeriodsBeforeAreThoseOfTheirBoards() {
        sell(anna, "100", "2026-02-05");
        sell(bram, "200", "2026-02-05");
        sell(anna, "100", "2025-12-05");

        List<PastRank> past = Caller.asSystem(
                () -> leaderboard.past(query(Metric.REVENUE, Level.PERSON, MARCH, office), anna.value(), 4));

        assertThat(past)
                .extracting(rank -> rank.period().key())
                .containsExactly("2026-02", "2026-01", "2025-12", "2025-11");
        assertThat(past).extracting(PastRank::rank).containsExactly(2, null, 1, null);
    }

    @RepeatedTest(3)
    void ranksAreAPermutationThatFollowsTheScores(RepetitionInfo repetition) {
        long seed = 20_261_125L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<PersonId> people = new ArrayList<>(List.of(anna, bram, carl));
        for (int i = 0; i < 9; i++) {
            people.add(member("Rep " + i, random.nextBoolean() ? west : east));
        }
        for (PersonId person : people) {
            if (random.nextInt(4) > 0) {
                sample.target(person, null, "2026-03-01", "2026-03-31", "" + (1 + random.nextInt(3)) * 100, home);
            }
            for (String day : new String[] {"2026-02-10", "2026-03-10", "2026-03-11"}) {
                if (random.nextInt(4) > 0) {
                    sell(person, "" + (1 + random.nextInt(4)) * 100, day);
                }
            }
        }
        BigDecimal revenue = null;
        for (By by : By.values()) {
            Board board = by(by, MARCH);
            assertThat(board.standings()).as("seed %s", seed).hasSize(people.size());
            List<Standing> ranked =
                    board.standings().stream().filter(row -> row.rank() != null).toList();
            assertThat(ranked)
                    .as("best first, seed %s", seed)
                    .isSortedAccordingTo(Comparator.comparing(Standing::score).reversed());
            for (Standing row : ranked) {
                long better = ranked.stream()
                        .filter(other -> other.score().compareTo(row.score()) > 0)
                        .count();
                assertThat(row.rank()).as("seed %s, by %s", seed, by).isEqualTo((int) better + 1);
            }
            assertThat(board.standings().stream().filter(row -> row.rank() == null))
                    .as("outside with a reason, seed %s", seed)
                    .allSatisfy(row -> assertThat(row.reason()).isNotNull());
            BigDecimal sum = board.standings().stream().map(Standing::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(revenue == null ? sum : revenue)
                    .as("the same revenue, however ranked")
                    .isEqualByComparingTo(sum);
            revenue = sum;
        }
    }

    @Test
    void moreReadersOfGrowthNeedNoMoreStatementsForMorePeople() {
        sell(anna, "300", "2026-03-30");
        BoardQuery growth = new BoardQuery(Metric.REVENUE, Level.PERSON, MARCH, office, TieRule.SHARED, By.GROWTH);
        int few = Statements.of(() -> board(growth));
        for (int i = 0; i < 10; i++) {
            sell(member("Rep " + i, west), "100", "2026-03-10");
        }

        assertThat(Statements.of(() -> board(growth))).isEqualTo(few);
    }

    private Board by(By by, Period period) {
        return board(new BoardQuery(Metric.REVENUE, Level.PERSON, period, office, TieRule.SHARED, by));
    }

    private void employed(PersonId person, String from, @Nullable String to) {
        jdbc.sql("insert into employments (id, person_id, from_day, to_day, part_time_factor) values (?, ?, ?, ?, 0.6)")
                .params(ids.next(), person.value(), LocalDate.parse(from), to == null ? null : LocalDate.parse(to))
                .update();
    }

    private void absent(PersonId person, String from, String to) {
        long id = ids.next();
        jdbc.sql("insert into absences (id, external_id, person_id, from_day, to_day, kind, version)"
                        + " values (?, ?, ?, ?, ?, 'HOLIDAY', 0)")
                .params(id, "A" + id, person.value(), LocalDate.parse(from), LocalDate.parse(to))
                .update();
    }

    @OnHsqldb
    static class OnHsqldbTest extends RankedByContract {}

    @OnPostgres
    static class OnPostgresTest extends RankedByContract {}
}
