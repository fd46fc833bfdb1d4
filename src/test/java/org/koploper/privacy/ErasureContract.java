package org.koploper.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.Plans;
import org.koploper.game.BoardQuery;
import org.koploper.game.Leaderboard;
import org.koploper.game.Standing;
import org.koploper.kpi.Metric;
import org.koploper.ledger.ChainProof;
import org.koploper.ledger.Statement;
import org.koploper.ledger.Statements;
import org.koploper.ledger.Verification;
import org.koploper.period.Period;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.ui.Scene;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erasing somebody who left: what goes, what stays, and that nobody else is touched. */
abstract class ErasureContract {

    private static final String FORMER = "Former colleague {0}";

    @Autowired
    Erasure erasure;

    @Autowired
    ChainProof proof;

    @Autowired
    Leaderboard boards;

    @Autowired
    Statements statements;

    @Autowired
    Plans plans;

    @Autowired
    ApplicationContext context;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private Scene scene;
    private Left left;

    @BeforeEach
    void somebodyLeft() {
        scene = new Scene(context);
        left = new Left(jdbc, ids, scene.an).everywhere();
    }

    @Test
    void theNameIsNowhereAnyMoreButInWhatOnlyGrows() throws SQLException {
        assertThat(columnsWith(left.name)).as("before").hasSizeGreaterThan(10);
        long texts = outlook().rewritten().stream()
                .filter(held -> held.what().equals("texts"))
                .findFirst()
                .orElseThrow()
                .rows();
        assertThat(texts).isGreaterThan(10);

        String name = erase("asked for by " + left.name);

        for (String known : List.of(left.name, left.email, left.username, left.externalId)) {
            assertThat(columnsWith(known)).as(known).isEmpty();
        }
        assertThat(name).matches("Former colleague \\d+");
        assertThat(one("select name from persons where id = :person")).isEqualTo(name);
        assertThat(one("select count(*) from accounts where person_id = :person"))
                .isEqualTo("0");
        assertThat(one("select kind from absences where person_id = :person")).isEqualTo("OTHER");
        assertThat(one("select reason from audit_records where action = 'person.erased' and object_name = '" + name
                        + "'"))
                .isEqualTo("asked for by " + name);
        assertThat(one("select actor from audit_records where actor_id = :person"))
                .as("the trail keeps the name it was written with")
                .isEqualTo(left.name);
        for (Traces.Rows rows : Traces.GOES) {
            assertThat(one("select count(*) from " + rows.table() + " where " + rows.condition()))
                    .as(rows.table())
                    .isEqualTo("0");
        }
    }

    @Test
    void theLedgerIsWholeAndTheStatementsAndPlacesOfOthersAreWhatTheyWere() {
        left.run("insert into deal_splits (deal_id, person_id, share) values (%d, %d, 0.25)"
                .formatted(scene.deal, scene.bo.value()));
        scene.sells(scene.an, "100");
        scene.sells(scene.bo, "3000");
        long plan = Long.parseLong(one("select plan_id from plan_assignments where person_id = :person"));
        Caller.asSystem(() -> plans.assign(plan, scene.bo, LocalDate.of(2020, 1, 1), null));
        Verification before = finance(proof::check);
        Statement own = finance(() -> statements.of(left.id, scene.month));
        Statement others = finance(() -> statements.of(scene.bo, scene.month));
        Map<Long, String> places = places();

        erase("left");

        Verification after = finance(proof::check);
        assertThat(after.entries()).isEqualTo(before.entries());
        assertThat(after.broken()).isEqualTo(before.broken());
        assertThat(finance(() -> statements.of(left.id, scene.month)).total()).isEqualTo(own.total());
        assertThat(others.lines()).isNotEmpty();
        assertThat(finance(() -> statements.of(scene.bo, scene.month)).lines()).isEqualTo(others.lines());
        assertThat(places()).isEqualTo(places);
    }

    @Test
    void twoWhoAreErasedGetTwoNumbersAndNobodyTwice() {
        Left other = new Left(jdbc, ids, scene.cas);
        String first = erase("left");
        String second = admin(() -> erasure.erase(other.id, FORMER, "left"));

        assertThat(second).isNotEqualTo(first);
        assertThat(refused(left.id)).containsExactly(Obstacle.ERASED);
    }

    @Test
    void aTextThatIsFullIsCutRatherThanThatNothingIsErased() {
        left.run("update leads set name = cast(:name || ' " + "x".repeat(170)
                + "' as varchar(200)) where owner_id = :person");
        int before = one("select name from leads where owner_id = :person").length();
        left.run("update leads set name = name || '" + "y".repeat(200 - before) + "' where owner_id = :person");

        admin(() -> erasure.erase(left.id, "Somebody who worked here once and left, number {0}", "left"));

        assertThat(one("select name from leads where owner_id = :person"))
                .hasSize(200)
                .startsWith("Somebody who worked here once");
    }

    @Test
    void whoIsStillHereIsNotErased() {
        left.run("update employments set to_day = null where person_id = :person");
        left.run("update accounts set enabled = true where person_id = :person");
        left.run("insert into deal_splits (deal_id, person_id, share) values (%d, :person, 0.25)"
                .formatted(scene.openDeal));
        left.run("""
                insert into reporting_lines (id, person_id, manager_id, from_day)
                values (:id, %d, :person, date '2020-01-01')""".formatted(scene.bo.value()));

        assertThat(refused(left.id))
                .containsExactlyInAnyOrder(
                        Obstacle.ACCOUNT_OPEN, Obstacle.STILL_HERE, Obstacle.OPEN_DEALS, Obstacle.MANAGES);
        assertThat(outlook().possible()).isFalse();
        assertThat(one("select name from persons where id = :person")).isEqualTo(left.name);
        assertThat(As.user(left.id, Set.of(Role.ADMIN), () -> erasure.outlook(left.id))
                        .obstacles())
                .contains(Obstacle.ONESELF);
    }

    @Test
    void whoWasNeverSaidToBeEmployedHasLeftWithTheTeam() {
        left.run("delete from employments where person_id = :person");
        assertThat(refused(left.id)).containsExactly(Obstacle.STILL_HERE);

        left.run("update memberships set to_day = date '2025-12-31' where person_id = :person");
        assertThat(outlook().possible()).isTrue();
    }

    @Test
    void textsKeepANameThatSomebodyElseBearsToo() {
        jdbc.sql("update persons set name = :name where id = :other")
                .param("name", left.name)
                .param("other", scene.cas.value())
                .update();

        erase("left");

        assertThat(one("select remark from customer_answers where person_id = :person"))
                .contains(left.name);
        assertThat(one("select name from persons where id = " + scene.cas.value()))
                .isEqualTo(left.name);
        assertThat(one("select name from persons where id = :person")).startsWith("Former colleague");
    }

    private String erase(String reason) {
        return admin(() -> erasure.erase(left.id, FORMER, reason));
    }

    private Outlook outlook() {
        return admin(() -> erasure.outlook(left.id));
    }

    private Set<Obstacle> refused(PersonId person) {
        return catchThrowableOfType(NotErased.class, () -> admin(() -> erasure.erase(person, FORMER, "left")))
                .obstacles();
    }

    private <T> T admin(java.util.function.Supplier<T> work) {
        return As.user(scene.manager, Set.of(Role.ADMIN), work);
    }

    private <T> T finance(java.util.function.Supplier<T> work) {
        return As.user(scene.manager, Set.of(Role.FINANCE), work);
    }

    /** Place and value of everybody, whatever they are called. */
    private Map<Long, String> places() {
        Period period = Period.month(LocalDate.now(clock));
        return Caller.asSystem(() -> boards.board(BoardQuery.people(Metric.REVENUE, period))).standings().stream()
                .collect(Collectors.toMap(Standing::id, standing -> standing.rank() + " " + standing.value()));
    }

    private List<String> columnsWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String column : Columns.withTexts(database)) {
            String[] place = column.split("\\.");
            if (jdbc.sql("select count(*) from " + place[0] + " where position(:text in lower(" + place[1] + ")) > 0")
                            .param("text", text.toLowerCase(java.util.Locale.ROOT))
                            .query(Long.class)
                            .single()
                    > 0) {
                found.add(column);
            }
        }
        return found;
    }

    private String one(String sql) {
        return jdbc.sql(sql)
                .param("person", left.id.value())
                .query(String.class)
                .list()
                .getFirst();
    }

    @OnHsqldb
    static class OnHsqldbTest extends ErasureContract {}

    @OnPostgres
    static class OnPostgresTest extends ErasureContract {}
}
