package org.koploper.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.koploper.testing.Taken.row;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.records.RecordDesk;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.Taken;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People move from a day on, and a move can be taken back. */
abstract class TransfersContract {

    @Autowired
    Transfers transfers;

    @Autowired
    Directory directory;

    @Autowired
    RecordDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    String x;
    LocalDate today;

    @BeforeEach
    void aRepBelowALeadBelowAHead() {
        x = "T" + ids.next() + "-";
        today = LocalDate.now(clock);
        Taken.of(desk, ids, "people", person("rep", "lead", "north"), person("lead", "head", "north"));
        Taken.of(desk, ids, "people", person("other", "head", "south"));
    }

    private Map<String, @org.jspecify.annotations.Nullable Object> person(String name, String manager, String team) {
        return row("externalId", x + name, "name", x + name, "manager", x + manager, "team", x + team);
    }

    private PersonId id(String name) {
        return system(() -> directory.personByExternalId(x + name).orElseThrow().id());
    }

    private TeamId team(String name) {
        return system(() -> directory.teamByExternalId(x + name).orElseThrow().id());
    }

    private static <T> T system(Supplier<T> work) {
        return Caller.asSystem(work);
    }

    private Transfers.Moved move(String name, String team, String manager, LocalDate from) {
        return As.user(null, Set.of(Role.HR), () -> transfers.move(id(name), team(team), id(manager), from));
    }

    private void undo(Transfers.Moved move) {
        As.user(null, Set.of(Role.HR), () -> {
            transfers.undo(move);
            return move;
        });
    }

    private String where(String name, LocalDate day) {
        return system(() -> directory.teamOf(id(name), day).map(TeamRef::name).orElse("-") + " under "
                        + directory
                                .managerOf(id(name), day)
                                .map(PersonRef::name)
                                .orElse("-"))
                .replace(x, "");
    }

    /** Everything that is kept of who is where and below whom. */
    private List<String> kept() {
        return List.of("memberships", "reporting_lines", "managers_above").stream()
                .flatMap(table -> jdbc
                        .sql("select l.* from " + table
                                + " l join persons p on p.id = l.person_id where p.external_id like :x")
                        .param("x", x + "%")
                        .query()
                        .listOfRows()
                        .stream()
                        .map(row -> table + row)
                        .sorted())
                .toList();
    }

    @Test
    void aMoveHoldsFromItsDayOn() {
        move("rep", "south", "other", today);

        assertThat(where("rep", today.minusDays(1))).isEqualTo("north under lead");
        assertThat(where("rep", today)).isEqualTo("south under other");
    }

    @Test
    void aMoveThatIsTakenBackLeavesNothingBehind() {
        move("rep", "south", "other", today.plusDays(30));
        List<String> before = kept();
        Transfers.Moved dropsThePlan = move("rep", "north", "head", today.minusDays(10));
        assertThat(where("rep", today.plusDays(40))).isEqualTo("north under head");

        undo(dropsThePlan);

        assertThat(kept()).isEqualTo(before);
        assertThat(where("rep", today)).isEqualTo("north under lead");
        assertThat(where("rep", today.plusDays(40))).isEqualTo("south under other");
        assertThat(jdbc.sql(
                                "select action from audit_records where object_ref = :ref order by id desc fetch next 1 rows only")
                        .param("ref", x + "rep")
                        .query(String.class)
                        .single())
                .isEqualTo("person.move-undone");
    }

    @Test
    void aMoveIsNotTakenBackOverALaterOne() {
        Transfers.Moved first = move("rep", "south", "other", today);
        move("rep", "north", "head", today);

        assertThatThrownBy(() -> undo(first)).isInstanceOf(IllegalStateException.class);
        assertThat(where("rep", today)).isEqualTo("north under head");
    }

    @Test
    void aMoveIsNotTakenBackWhereThatWouldMakeACircle() {
        Transfers.Moved away = move("rep", "south", "head", today);
        move("lead", "north", "rep", today);

        assertThatThrownBy(() -> undo(away)).isInstanceOf(IllegalStateException.class);
        assertThat(where("rep", today)).isEqualTo("south under head");
    }

    @OnHsqldb
    static class OnHsqldbTest extends TransfersContract {}

    @OnPostgres
    static class OnPostgresTest extends TransfersContract {}
}
