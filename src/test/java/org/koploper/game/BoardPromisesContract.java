package org.koploper.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.Metric;
import org.koploper.kpi.Note;
import org.koploper.period.Period;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** What every board promises: it agrees with sales, says what is left out, costs little, and is for everybody signed in. */
abstract class BoardPromisesContract extends TwoTeams {

    @Test
    void amountsWithoutARateAreLeftOutAndSaidSo() {
        sample.rate("THB", home, "2026-03-10", "0.5");
        sample.won(anna, "100", "THB", "2026-03-09");
        sample.won(anna, "100", "THB", "2026-03-10");
        sample.won(anna, "8", home, "2026-03-09");
        sample.changed(anna, "2026-03-09", "2026-03-10");

        Board board = board(Metric.REVENUE, MARCH);

        assertThat(row(board, anna).value()).isEqualByComparingTo("58");
        assertThat(board.currency()).isEqualTo(home);
        assertThat(board.notes()).containsExactly(new Note(Note.Code.NO_RATE, "THB", home, BigDecimal.ONE));
        assertThat(row(board(Metric.AVERAGE_VALUE, MARCH), anna).value()).isEqualByComparingTo("29");
        assertThat(row(board(Metric.DEALS, MARCH), anna).value()).isEqualByComparingTo("3");
    }

    @Test
    void whatWasSoldOutsideTeamsIsInTheOrganisationsBoardAndNamedOnTheTeams() {
        Period day = Period.day(LocalDate.of(2031, 7, 9));
        PersonId alone = sample.person("Alone");
        sell(alone, "10", "2031-07-09");
        sell(anna, "20", "2031-07-09");

        Board people = board(query(Metric.REVENUE, Level.PERSON, day, null));
        assertThat(row(people, alone).value()).isEqualByComparingTo("10");
        assertThat(row(people, alone).team()).isNull();
        assertThat(board(query(Metric.REVENUE, Level.TEAM, day, null)).notes())
                .containsExactly(new Note(Note.Code.OUTSIDE_TEAMS, home, home, BigDecimal.ONE));
    }

    @Test
    void boardTotalsAgreeWithAnIndependentSumOverDeals() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Period month = Period.parse("2033-08");
        List<PersonId> people = new ArrayList<>(List.of(anna, bram, carl));
        long batch = sample.newBatch();
        for (int i = 0; i < 60; i++) {
            String day = month.from().plusDays(random.nextInt(31)).toString();
            sample.won(
                    people.get(random.nextInt(3)),
                    BigDecimal.valueOf(random.nextInt(100_000), 2).toString(),
                    day);
        }
        people.forEach(person -> month.from()
                .datesUntil(month.to().plusDays(1))
                .forEach(day -> sample.touched(batch, person, day.toString())));
        sample.changed(batch);

        BigDecimal expected = jdbc.sql("select sum(deal_value) from deals where closed_on between ? and ?")
                .params(month.from(), month.to())
                .query(BigDecimal.class)
                .single();
        for (Level level : Level.values()) {
            BigDecimal sum =
                    board(query(Metric.REVENUE, level, month, level == Level.TEAM ? office : null)).standings().stream()
                            .map(Standing::value)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as("seed %d, %s", seed, level).isEqualByComparingTo(expected);
        }
        for (PersonId person : people) {
            assertThat(row(board(Metric.REVENUE, month), person).value())
                    .as("seed %d", seed)
                    .isEqualByComparingTo(jdbc.sql(
                                    "select sum(deal_value) from deals where closed_on between ? and ? and owner_id = ?")
                            .params(month.from(), month.to(), person.value())
                            .query(BigDecimal.class)
                            .single());
        }
    }

    @Test
    void morePeopleAndTeamsCostNoMoreStatements() {
        for (Level level : Level.values()) {
            for (Metric metric : Metric.values()) {
                for (TieRule rule : TieRule.values()) {
                    BoardQuery query = new BoardQuery(metric, level, MARCH, null, rule);
                    int few = statements(query);
                    for (int i = 0; i < 5; i++) {
                        PersonId more = member("More " + i, sample.team("Team " + i, office));
                        sample.target(more, null, "2026-03-01", "2026-03-31", "10", home);
                        sell(more, "3", "2026-03-05");
                    }
                    assertThat(statements(query))
                            .as("%s", query)
                            .isEqualTo(few)
                            .isLessThanOrEqualTo(18)
                            .isPositive();
                }
            }
        }
    }

    @Test
    void everyRoleReadsTheSameBoardAndFindsTheOwnRow() {
        sell(anna, "100", "2026-03-05");
        List<String> expected = rows(board(Metric.REVENUE, MARCH));
        for (Role role : Role.values()) {
            Board board = As.user(
                    bram, Set.of(role), () -> leaderboard.board(query(Metric.REVENUE, Level.PERSON, MARCH, office)));

            assertThat(rows(board)).isEqualTo(expected);
            assertThat(board.standings().stream().filter(Standing::self).map(Standing::id))
                    .containsExactly(bram.value());
        }
        Board teams = As.user(
                bram, Set.of(Role.REP), () -> leaderboard.board(query(Metric.REVENUE, Level.TEAM, MARCH, office)));
        assertThat(teams.standings().stream().filter(Standing::self).map(Standing::id))
                .containsExactly(west.value());
    }

    @Test
    void nobodyReadsABoardWithoutSigningIn() {
        assertThatThrownBy(() -> leaderboard.board(BoardQuery.people(Metric.REVENUE, MARCH)))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void openScreensAreToldAndThenReadTheNewValue() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        List<BigDecimal> read = new ArrayList<>();
        LiveBoards.Registration registration = Caller.asSystem(() -> liveBoards.onChange(() -> {
            read.add(row(board(Metric.REVENUE, MARCH), anna).value());
            told.countDown();
        }));
        try {
            sell(anna, "100", "2026-03-05");

            assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(read.getFirst()).isEqualByComparingTo("100");
        } finally {
            registration.remove();
        }
    }

    @OnHsqldb
    static class OnHsqldbTest extends BoardPromisesContract {}

    @OnPostgres
    static class OnPostgresTest extends BoardPromisesContract {}
}
