package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.commission.document.PlanFault;
import org.koploper.intake.Upserts;
import org.koploper.people.Careers;
import org.koploper.people.JobRoles;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A plan for everybody who has a job role on the day: after the own plan and those of teams, and as soon as a role changes. */
abstract class JobRolesContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    Upserts upserts;

    @Autowired
    JobRoles roles;

    @Autowired
    Careers careers;

    @Autowired
    CommissionRun run;

    @Autowired
    Ids ids;

    SalesSample sales;
    PaySample pay;
    PersonId an;

    /** Of this test alone. */
    private String executive;

    private String opener;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
        an = sales.person("An");
        executive = "Account executive " + ids.next();
        opener = "Opener " + ids.next();
    }

    @Test
    void whoeverHasTheRoleOnTheDayIsOnItsPlanAndMovesWithIt() {
        has(an, executive, "2026-01-01", null);
        has(sales.person("Bo"), opener, "2026-01-01", null);
        pay.assignJobRole(pay.plan(PaySample.FLAT_10), executive);
        pay.assignJobRole(pay.plan(PaySample.FLAT_5), opener);
        sold("2026-02-10");
        sold("2026-04-10");
        assertThat(pay.total(an, "2026-02")).isEqualTo("100");
        assertThat(pay.total(an, "2026-04")).isEqualTo("100");

        has(an, opener, "2026-03-16", null);

        assertThat(pay.total(an, "2026-02")).isEqualTo("100");
        assertThat(pay.total(an, "2026-04")).as("as soon as the role changed").isEqualTo("50");
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @Test
    void aRoleThatIsCorrectedOrEndsIsPaidAsItIsNow() {
        has(an, executive, "2026-01-01", null);
        pay.assignJobRole(pay.plan(PaySample.FLAT_10), executive);
        sold("2026-02-10");

        has(an, executive, "2026-01-01", "2026-01-31");

        assertThat(pay.total(an, "2026-02")).isEqualTo("0");
        assertThat(Caller.asSystem(() -> careers.of(an)))
                .extracting(stay -> stay.what() + " " + stay.name() + " " + stay.from() + " " + stay.to())
                .containsExactly("JOB_ROLE " + executive + " 2026-01-01 2026-01-31");
    }

    @Test
    void anOwnPlanComesFirstThenThatOfATeamThenThatOfTheRole() {
        has(an, executive, "2026-01-01", null);
        TeamId team = sales.team("Roles", null);
        sales.member(an, sales.team("Roles below", team), "2026-01-01", null);
        pay.assignJobRole(pay.plan(PaySample.FLAT_5), executive);
        sold("2026-02-10");
        assertThat(pay.total(an, "2026-02")).isEqualTo("50");

        pay.assignTeam(pay.plan(PaySample.FLAT_10), team);
        assertThat(pay.total(an, "2026-02")).as("of a team, however far above").isEqualTo("100");

        pay.assign(pay.plan("""
                {"components": [{"name": "Commission", "flat": {"rate": "0.20"}}]}
                """), an, "2026-02-01", "2026-02-28");
        assertThat(pay.total(an, "2026-02")).isEqualTo("200");
        assertThat(Caller.asSystem(() -> run.all())).isZero();
    }

    @Test
    void aRoleIsTheSameWhateverItsCapitalsAndOnOnePlanAtATime() {
        has(an, executive.toUpperCase(java.util.Locale.ROOT), "2026-01-01", null);
        pay.assignJobRole(pay.plan(PaySample.FLAT_10), executive);
        sold("2026-02-10");

        assertThat(pay.total(an, "2026-02")).isEqualTo("100");
        assertThat(Caller.asSystem(() -> roles.names()))
                .filteredOn(executive::equalsIgnoreCase)
                .hasSize(1);
        refused("assignments-overlap", () -> pay.assignJobRole(pay.plan(PaySample.FLAT_5), executive));
    }

    @Test
    void aRoleThatNobodyEverHasIsRefusedSinceItIsProbablyMisspelt() {
        refused("unknown-job-role", () -> pay.assignJobRole(pay.plan(PaySample.FLAT_5), "Acount executive"));
    }

    @Test
    void whoLosesTheRoleWhenTheAssignmentEndsHasNoPlan() {
        has(an, executive, "2026-01-01", null);
        Assignment assignment = pay.assignJobRole(pay.plan(PaySample.FLAT_10), executive);
        sold("2026-02-10");

        pay.end(assignment, "2026-01-31");

        assertThat(pay.total(an, "2026-02")).isEqualTo("0");
    }

    private void has(PersonId person, String role, String from, @Nullable String to) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("person", sales.externalId(person));
        fields.put("jobRole", role);
        fields.put("from", from);
        fields.put("to", Objects.requireNonNullElse(to, ""));
        Caller.asSystem(() -> upserts.apply("job-roles", List.of(fields)));
    }

    private void sold(String day) {
        sales.won(an, "1000", day);
        sales.changed(an, day);
    }

    private static void refused(String code, Runnable change) {
        assertThatExceptionOfType(PlanFault.class)
                .isThrownBy(change::run)
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @OnHsqldb
    static class OnHsqldbTest extends JobRolesContract {}

    @OnPostgres
    static class OnPostgresTest extends JobRolesContract {}
}
