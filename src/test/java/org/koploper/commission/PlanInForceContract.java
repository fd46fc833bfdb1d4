package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.koploper.commission.PaySample.FLAT_10;
import static org.koploper.commission.PaySample.FLAT_5;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.Statement;
import org.koploper.people.PeopleChanged;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which plan and version pays a deal. */
abstract class PlanInForceContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    CommissionRun run;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    SalesSample sales;
    PaySample pay;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @Test
    void aPlanThatIsAssignedLaterPaysWhatIsThereAlready() {
        PersonId rep = sales.person("Late");
        won(rep, "1000", "2026-10-03");
        won(rep, "1000", "2026-11-03");

        Assignment assignment = pay.assign(pay.plan(FLAT_10), rep, "2026-11-01", null);

        assertThat(pay.total(rep, "2026-10")).as("not yet on the plan").isEqualTo("0");
        assertThat(pay.total(rep, "2026-11")).isEqualTo("100");
        assertThat(pay.statement(rep, "2026-11").plan()).isNotNull();

        pay.end(assignment, "2026-11-02");
        assertThat(pay.total(rep, "2026-11")).isEqualTo("0");
    }

    @Test
    void eachDealIsPaidUnderTheVersionOfItsDay() {
        PlanRef plan = pay.plan(FLAT_5);
        PersonId rep = sales.person("Versions");
        pay.assign(plan, rep);
        won(rep, "1000", "2026-11-10");
        won(rep, "1000.11", "2026-11-20");

        pay.version(plan, "2026-11-16", null, FLAT_10);

        assertThat(pay.lines(rep, "2026-11")).hasSize(3);
        assertThat(pay.total(rep, "2026-11")).isEqualTo("150.01");
        assertThat(pay.statement(rep, "2026-11").plan().version()).isEqualTo(2);
    }

    @Test
    void twoStretchesUnderOneVersionInOneMonthAreRoundedEach() {
        PlanRef plan = pay.plan(FLAT_5);
        PersonId rep = sales.person("Twice");
        pay.assign(plan, rep, "2026-11-01", "2026-11-10");
        pay.assign(plan, rep, "2026-11-21", null);
        won(rep, "0.10", "2026-11-05");
        won(rep, "1000", "2026-11-15");
        won(rep, "0.10", "2026-11-25");

        assertThat(pay.total(rep, "2026-11")).isEqualTo("0.02");
        assertThat(Caller.asSystem(() -> run.touched(touch(rep, "2026-11-05")))).isZero();
    }

    @Test
    void aTeamsPlanHoldsForThoseBelowUntilTheyMove() {
        TeamId division = sales.team("Division", null);
        TeamId team = sales.team("Team", division);
        PersonId rep = sales.person("Member");
        sales.member(rep, team, "2026-01-01", null);
        pay.assignTeam(pay.plan(FLAT_5), division);
        won(rep, "1000", "2026-11-03");
        assertThat(pay.total(rep, "2026-11")).isEqualTo("50");

        pay.assignTeam(pay.plan(FLAT_10), team);
        assertThat(pay.total(rep, "2026-11")).as("the nearer team").isEqualTo("100");

        jdbc.sql("update memberships set to_day = date '2026-10-31' where person_id = :rep")
                .param("rep", rep.value())
                .update();
        transaction.executeWithoutResult(status -> events.publishEvent(new PeopleChanged(ids.next())));
        assertThat(pay.total(rep, "2026-11")).as("no longer in any team").isEqualTo("0");
    }

    @Test
    void whoHasNoPlanHasAnEmptyStatementThatSaysSo() {
        PersonId rep = sales.person("No plan");
        won(rep, "1000", "2026-11-03");

        Statement statement = pay.statement(rep, "2026-11");

        assertThat(statement.empty()).isEqualTo(Statement.Empty.NO_PLAN);
        assertThat(statement.plan()).isNull();
        assertThat(statement.total()).isZero();
        assertThat(pay.entries(rep)).isZero();
    }

    private long won(PersonId rep, String value, String day) {
        long deal = sales.won(rep, value, "EUR", day);
        sales.changed(rep, day);
        return deal;
    }

    private long touch(PersonId rep, String day) {
        long batch = sales.newBatch();
        sales.touched(batch, rep, day);
        return batch;
    }

    @OnHsqldb
    static class OnHsqldbTest extends PlanInForceContract {}

    @OnPostgres
    static class OnPostgresTest extends PlanInForceContract {}
}
