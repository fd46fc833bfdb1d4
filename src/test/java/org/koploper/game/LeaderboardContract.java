package org.koploper.game;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.Metric;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;

/** Who stands where, with which value and rank. */
abstract class LeaderboardContract extends TwoTeams {

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

    @OnHsqldb
    static class OnHsqldbTest extends LeaderboardContract {}

    @OnPostgres
    static class OnPostgresTest extends LeaderboardContract {}
}
