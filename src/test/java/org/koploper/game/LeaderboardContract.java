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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.Metric;
import org.koploper.kpi.Note;
import org.koploper.money.Decimals;
import org.koploper.people.Organisation;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.transaction.support.TransactionTemplate;

/** Boards as they are read from the database. Each test has a top team of its own and looks below it. */
abstract class LeaderboardContract {

    private static final Period MARCH = Period.parse("2026-03");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Organisation organisation;

    @Autowired
    Leaderboard leaderboard;

    @Autowired
    LiveBoards liveBoards;

    SalesSample sample;
    TeamId office;
    TeamId west;
    TeamId east;
    PersonId anna;
    PersonId bram;
    PersonId carl;
    String home;

    @BeforeEach
    void twoTeams() {
        sample = new SalesSample(jdbc, ids, transaction, events, organisation);
        home = sample.home();
        office = sample.team("Office", null);
        west = sample.team("West", office);
        east = sample.team("East", office);
        anna = member("Anna", west);
        bram = member("Bram", west);
        carl = member("Carl", east);
    }

    @Test
    void peopleAreRankedByRevenueAndWhoSoldNothingIsLastWithZero() {
        sell(bram, "100", "2026-03-05");
        sell(anna, "250.50", "2026-03-05");

        assertThat(rows(board(Metric.REVENUE, MARCH)))
                .containsExactly("1 Anna 250.5 West", "2 Bram 100 West", "3 Carl 0 East");
    }

    @Test
    void equalValuesShareARankOrNotAsTheRuleSays() {
        sell(anna, "100", "2026-03-09");
        sell(bram, "60", "2026-03-02");
        sell(bram, "40", "2026-03-05");
        sell(carl, "50", "2026-03-05");

        assertThat(rows(board(Metric.REVENUE, MARCH, TieRule.SHARED)))
                .containsExactly("1 Anna 100 West", "1 Bram 100 West", "3 Carl 50 East");
        assertThat(rows(board(Metric.REVENUE, MARCH, TieRule.DENSE)))
                .containsExactly("1 Anna 100 West", "1 Bram 100 West", "2 Carl 50 East");
        assertThat(rows(board(Metric.REVENUE, MARCH, TieRule.FIRST)))
                .containsExactly("1 Bram 100 West", "2 Anna 100 West", "3 Carl 50 East");
    }

    @Test
    void firstIsWhoHadTheAverageFirst() {
        sell(anna, "50", "2026-03-02");
        sell(anna, "150", "2026-03-09");
        sell(bram, "100", "2026-03-05");

        assertThat(rows(board(Metric.AVERAGE_VALUE, MARCH, TieRule.FIRST)))
                .startsWith("1 Bram 100 West", "2 Anna 100 West");
    }

    @Test
    void dealsCountByShareAndTheAverageIsSumBySum() {
        long deal = sample.won(anna, "100", "2026-03-05");
        sample.share(deal, anna, "0.6");
        sample.share(deal, carl, "0.4");
        sample.changed(anna, "2026-03-05");
        sample.changed(carl, "2026-03-05");
        sell(anna, "300", "2026-03-06");

        assertThat(rows(board(Metric.DEALS, MARCH)))
                .containsExactly("1 Anna 1.6 West", "2 Carl 0.4 East", "3 Bram 0 West");
        Board averages = board(Metric.AVERAGE_VALUE, MARCH);
        assertThat(rows(averages)).containsExactly("1 Anna 225 West", "2 Carl 100 East", "- Bram - West");
        assertThat(averages.standings().getLast().reason()).isEqualTo(Standing.Reason.NO_DEALS);
    }

    @Test
    void attainmentRanksByTheOwnTargetAndNobodyWithoutOne() {
        sample.target(anna, null, "2026-03-01", "2026-03-31", "1000", home);
        sample.target(carl, null, "2026-03-01", "2026-03-31", "100", home);
        sell(anna, "500", "2026-03-05");
        sell(carl, "110", "2026-03-05");
        sell(bram, "9000", "2026-03-05");

        Board board = board(Metric.ATTAINMENT, MARCH);

        assertThat(rows(board)).containsExactly("1 Carl 1.1 East", "2 Anna 0.5 West", "- Bram - West");
        assertThat(board.standings().getLast().reason()).isEqualTo(Standing.Reason.NO_TARGET);
        assertThat(row(board(Metric.REVENUE, MARCH), anna).targetRatio()).isEqualByComparingTo("0.5");
        assertThat(row(board(Metric.REVENUE, MARCH), bram).targetRatio()).isNull();
    }

    @Test
    void onlyDaysWithATargetCountForAttainmentAndMonthsMakeUpTheirQuarter() {
        sample.target(anna, null, "2026-03-16", "2026-03-31", "100", home);
        sample.target(bram, null, "2026-01-01", "2026-01-31", "100", home);
        sample.target(bram, null, "2026-03-01", "2026-03-31", "300", home);
        sell(anna, "1000", "2026-03-05");
        sell(anna, "50", "2026-03-20");
        sell(bram, "100", "2026-01-20");
        sell(bram, "7777", "2026-02-20");

        assertThat(rows(board(Metric.ATTAINMENT, MARCH))).startsWith("1 Anna 0.5 West", "2 Bram 0 West");
        assertThat(rows(board(Metric.ATTAINMENT, Period.parse("2026-Q1"))))
                .startsWith("1 Anna 0.5 West", "2 Bram 0.25 West");
    }

    @Test
    void aTargetInAnotherCurrencyIsNoRank() {
        sample.target(anna, null, "2026-03-01", "2026-03-31", "1000", "ISK");
        sell(anna, "500", "2026-03-05");

        assertThat(row(board(Metric.ATTAINMENT, MARCH), anna).reason()).isEqualTo(Standing.Reason.TARGET_CURRENCY);
    }

    @Test
    void thePreviousRankIsThatOfThePeriodBefore() {
        PersonId joiner = sample.person("Joiner");
        sample.member(joiner, west, "2026-03-15", null);
        sell(anna, "100", "2026-02-10");
        sell(bram, "200", "2026-02-28");
        sell(anna, "300", "2026-03-01");
        sell(joiner, "200", "2026-03-20");

        Board board = board(Metric.REVENUE, MARCH);

        assertThat(row(board, anna).previousRank()).isEqualTo(2);
        assertThat(row(board, bram).previousRank()).isEqualTo(1);
        assertThat(row(board, carl).previousRank()).isEqualTo(3);
        assertThat(row(board, joiner).previousRank()).isNull();
    }

    @Test
    void whoMovesLeavesThePastWithTheOldTeam() {
        PersonId mover = sample.person("Mover");
        sample.member(mover, west, "2026-01-01", "2026-03-14");
        sample.member(mover, east, "2026-03-15", null);
        sell(mover, "100", "2026-03-14");
        sell(mover, "30", "2026-03-15");

        assertThat(rows(board(query(Metric.REVENUE, Level.TEAM, MARCH, office))))
                .containsExactly("1 West 100 null", "2 East 30 null");
        assertThat(row(board(Metric.REVENUE, MARCH), mover).value()).isEqualByComparingTo("130");
        assertThat(row(board(Metric.REVENUE, MARCH), mover).team()).isEqualTo("East");
        assertThat(row(board(query(Metric.REVENUE, Level.PERSON, MARCH, west)), mover)
                        .value())
                .isEqualByComparingTo("100");
    }

    @Test
    void aTeamHasWhatTheTeamsBelowItHaveAndIsListedWhenSomebodyInItSells() {
        TeamId junior = sample.team("Junior", west);
        PersonId starter = member("Starter", junior);
        PersonId director = member("Director", office);
        sample.reportsTo(anna, director);
        sell(starter, "10", "2026-03-05");
        sell(anna, "5", "2026-03-05");
        sample.target(null, west, "2026-03-01", "2026-03-31", "60", home);

        assertThat(rows(board(query(Metric.REVENUE, Level.TEAM, MARCH, office))))
                .containsExactly("1 West 15 null", "2 Junior 10 null", "3 East 0 null");
        assertThat(rows(board(query(Metric.ATTAINMENT, Level.TEAM, MARCH, office))))
                .containsExactly("1 West 0.25 null", "- East - null", "- Junior - null");
    }

    @Test
    void managersAndOtherRolesAreListedOnlyWithSales() {
        PersonId manager = member("Manager", west);
        PersonId sellingManager = member("Selling manager", west);
        PersonId finance = member("Finance", west);
        sample.reportsTo(anna, manager);
        sample.reportsTo(bram, sellingManager);
        account(finance, Role.FINANCE);
        account(anna, Role.REP);
        sell(sellingManager, "1", "2026-03-05");

        assertThat(rows(board(Metric.REVENUE, MARCH)))
                .containsExactly("1 Selling manager 1 West", "2 Anna 0 West", "2 Bram 0 West", "2 Carl 0 East");
    }

    @Test
    void whoLeftBeforeOrJoinsLaterIsNotThere() {
        PersonId gone = sample.person("Gone");
        sample.member(gone, west, "2020-01-01", "2026-02-28");
        PersonId future = sample.person("Future");
        sample.member(future, west, "2026-04-01", null);

        assertThat(names(board(Metric.REVENUE, MARCH))).containsExactly("Anna", "Bram", "Carl");
    }

    @Test
    void aCancellationInALaterMonthMayGoBelowZeroThere() {
        long deal = sample.won(anna, "100", "2026-02-05");
        sample.cancel(deal, "2026-03-05");
        sample.changed(anna, "2026-02-05", "2026-03-05");

        assertThat(rows(board(Metric.REVENUE, MARCH)))
                .containsExactly("1 Bram 0 West", "1 Carl 0 East", "3 Anna -100 West");
        assertThat(rows(board(Metric.REVENUE, Period.parse("2026-02")))).startsWith("1 Anna 100 West");
        assertThat(row(board(Metric.AVERAGE_VALUE, MARCH), anna).value()).isNull();
    }

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
                            .isLessThanOrEqualTo(14)
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

    private int statements(BoardQuery query) {
        return Statements.of(() -> board(query));
    }

    private PersonId member(String name, TeamId team) {
        PersonId person = sample.person(name);
        sample.member(person, team, "1900-01-01", null);
        return person;
    }

    private void sell(PersonId person, String value, String day) {
        sample.won(person, value, day);
        sample.changed(person, day);
    }

    private void account(PersonId person, Role role) {
        jdbc.sql("insert into accounts (person_id, username, password_hash, must_change, enabled, version)"
                        + " values (?, ?, 'x', false, true, 0)")
                .params(person.value(), "u" + person.value())
                .update();
        jdbc.sql("insert into account_roles (person_id, role) values (?, ?)")
                .params(person.value(), role.name())
                .update();
    }

    private BoardQuery query(Metric metric, Level level, Period period, @Nullable TeamId team) {
        return new BoardQuery(metric, level, period, team, TieRule.SHARED);
    }

    private Board board(Metric metric, Period period) {
        return board(metric, period, TieRule.SHARED);
    }

    private Board board(Metric metric, Period period, TieRule rule) {
        return board(new BoardQuery(metric, Level.PERSON, period, office, rule));
    }

    private Board board(BoardQuery query) {
        return Caller.asSystem(() -> leaderboard.board(query));
    }

    private static Standing row(Board board, PersonId person) {
        return Standings.of(board, person.value()).orElseThrow();
    }

    private static List<String> names(Board board) {
        return board.standings().stream().map(Standing::name).toList();
    }

    private static List<String> rows(Board board) {
        return board.standings().stream()
                .map(row -> (row.rank() == null ? "-" : row.rank()) + " " + row.name() + " "
                        + (row.value() == null ? "-" : Decimals.plain(row.value())) + " " + row.team())
                .toList();
    }

    @OnHsqldb
    static class OnHsqldbTest extends LeaderboardContract {}

    @OnPostgres
    static class OnPostgresTest extends LeaderboardContract {}
}
