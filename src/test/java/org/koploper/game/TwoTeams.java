package org.koploper.game;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.kpi.Metric;
import org.koploper.money.Decimals;
import org.koploper.people.TeamId;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.koploper.testing.SalesSample;
import org.koploper.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two teams below an office, for tests of boards. Each test has an office of its own and looks below it. */
abstract class TwoTeams {

    static final Period MARCH = Period.parse("2026-03");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

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
        sample = new SalesSample(context);
        home = sample.home();
        office = sample.team("Office", null);
        west = sample.team("West", office);
        east = sample.team("East", office);
        anna = member("Anna", west);
        bram = member("Bram", west);
        carl = member("Carl", east);
    }

    int statements(BoardQuery query) {
        return Statements.of(() -> board(query));
    }

    PersonId member(String name, TeamId team) {
        PersonId person = sample.person(name);
        sample.member(person, team, "1900-01-01", null);
        return person;
    }

    void sell(PersonId person, String value, String day) {
        sample.won(person, value, day);
        sample.changed(person, day);
    }

    void account(PersonId person, Role role) {
        jdbc.sql("insert into accounts (person_id, username, password_hash, must_change, enabled, version)"
                        + " values (?, ?, 'x', false, true, 0)")
                .params(person.value(), "u" + person.value())
                .update();
        jdbc.sql("insert into account_roles (person_id, role) values (?, ?)")
                .params(person.value(), role.name())
                .update();
    }

    BoardQuery query(Metric metric, Level level, Period period, @Nullable TeamId team) {
        return new BoardQuery(metric, level, period, team, TieRule.SHARED);
    }

    Board board(Metric metric, Period period) {
        return board(metric, period, TieRule.SHARED);
    }

    Board board(Metric metric, Period period, TieRule rule) {
        return board(new BoardQuery(metric, Level.PERSON, period, office, rule));
    }

    Board board(BoardQuery query) {
        return Caller.asSystem(() -> leaderboard.board(query));
    }

    static Standing row(Board board, PersonId person) {
        return Standings.of(board, person.value()).orElseThrow();
    }

    static List<String> names(Board board) {
        return board.standings().stream().map(Standing::name).toList();
    }

    static List<String> rows(Board board) {
        return board.standings().stream()
                .map(row -> (row.rank() == null ? "-" : row.rank()) + " " + row.name() + " "
                        + (row.value() == null ? "-" : Decimals.plain(row.value())) + " " + row.team())
                .toList();
    }
}
