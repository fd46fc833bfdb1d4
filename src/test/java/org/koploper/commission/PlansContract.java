package org.koploper.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.PersonId;
import org.koploper.access.Role;
import org.koploper.commission.document.PlanFault;
import org.koploper.people.TeamId;
import org.koploper.storage.Ids;
import org.koploper.testing.As;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.koploper.testing.SalesSample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class PlansContract {

    @Autowired
    ApplicationContext context;

    @Autowired
    Plans plans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    SalesSample sales;
    PaySample pay;

    @BeforeEach
    void samples() {
        sales = new SalesSample(context);
        pay = new PaySample(context);
    }

    @Test
    void aNewVersionEndsTheOneThatHasNoEnd() {
        PlanRef plan = pay.plan(PaySample.FLAT_5);
        pay.version(plan, "2026-07-01", null, PaySample.FLAT_10);

        assertThat(Caller.asSystem(() -> plans.versions(plan.id())))
                .extracting(version -> version.number() + " " + version.from() + " " + version.to())
                .containsExactly("1 2026-01-01 2026-06-30", "2 2026-07-01 null");
    }

    @Test
    void versionsThatWouldOverlapAreRefusedAndNothingIsWritten() {
        PlanRef plan = pay.emptyPlan("EUR");
        pay.version(plan, "2026-01-01", "2026-06-30", PaySample.FLAT_5);

        for (String from : List.of("2025-12-31", "2026-01-01", "2026-06-30")) {
            refused("versions-overlap", () -> pay.version(plan, from, null, PaySample.FLAT_5));
        }
        refused("ends-before-start", () -> pay.version(plan, "2026-07-02", "2026-07-01", PaySample.FLAT_5));
        refused(
                "unknown-field",
                () -> pay.version(
                        plan,
                        "2026-07-01",
                        null,
                        "{\"components\": [], \"x\": 1}"
                                .replace("[]", "[{\"name\": \"A\", \"flat\": {\"rate\": \"0.1\"}}]")));
        assertThat(Caller.asSystem(() -> plans.versions(plan.id()))).hasSize(1);
    }

    @Test
    void ofAPlanThatIsRefusedNothingIsWritten() {
        String differs = PaySample.FLAT_5.replace("}]}", """
                }], "examples": [{"name": "Ten", "sales": [{"amount": 100}], "expect": [{"total": 10}]}]}
                """);
        String ref = "P" + ids.next();
        PlanRef plan = pay.plan(PaySample.FLAT_5);

        refused(
                "example-differs",
                () -> Caller.asSystem(
                        () -> plans.create(ref, "Refused", PaySample.EUR, PaySample.day("2026-01-01"), null, differs)));
        refused("example-differs", () -> pay.version(plan, "2026-07-01", null, differs));

        assertThat(Caller.asSystem(() -> plans.byExternalId(ref))).isEmpty();
        assertThat(Caller.asSystem(() -> plans.versions(plan.id())))
                .extracting(version -> version.number() + " " + version.from() + " " + version.to())
                .containsExactly("1 2026-01-01 null");
    }

    @Test
    void aPersonIsOnOnePlanOfTheirOwnAtATime() {
        PlanRef plan = pay.plan(PaySample.FLAT_5);
        PlanRef other = pay.plan(PaySample.FLAT_10);
        PersonId rep = sales.person("Rep");
        Assignment first = pay.assign(plan, rep, "2026-01-01", null);

        refused("assignments-overlap", () -> pay.assign(other, rep, "2026-07-01", null));
        pay.end(first, "2026-06-30");
        pay.assign(other, rep, "2026-07-01", null);
        refused("not-assigned-then", () -> pay.end(first, "2026-07-01"));

        assertThat(Caller.asSystem(() -> plans.of(rep)))
                .extracting(assigned -> assigned.plan().externalId() + " " + assigned.from() + " " + assigned.to())
                .containsExactly(plan.externalId() + " 2026-01-01 2026-06-30", other.externalId() + " 2026-07-01 null");
    }

    @Test
    void aTeamIsOnOnePlanAtATime() {
        TeamId team = sales.team("Team", null);
        pay.assignTeam(pay.plan(PaySample.FLAT_5), team);

        refused("assignments-overlap", () -> pay.assignTeam(pay.plan(PaySample.FLAT_10), team));
    }

    @Test
    void aPlanNeedsANameAnIdAndACurrencyToPayIn() {
        PlanRef plan = pay.plan(PaySample.FLAT_5);
        refused("taken", () -> Caller.asSystem(() -> plans.create(plan.externalId(), "Again", PaySample.EUR)));
        refused("forbidden-character", () -> Caller.asSystem(() -> plans.create("A|B", "Bar", PaySample.EUR)));
        refused("missing", () -> Caller.asSystem(() -> plans.create("P" + ids.next(), "  ", PaySample.EUR)));
        refused("too-long", () -> Caller.asSystem(() -> plans.create("x".repeat(101), "Long", PaySample.EUR)));
        refused(
                "no-minor-unit",
                () -> Caller.asSystem(() -> plans.create("P" + ids.next(), "Gold", Currency.getInstance("XAU"))));
    }

    @Test
    void everyChangeOfAPlanWritesOneRecordWithWhoDidIt() {
        PersonId finance = sales.person("Finance");
        PersonId rep = sales.person("Rep");
        sales.won(rep, "1000", "EUR", "2026-11-03");
        String ref = "P" + ids.next();
        As.user(finance, Set.of(Role.FINANCE), () -> {
            PlanRef plan = plans.create(ref, "Audited", PaySample.EUR);
            plans.addVersion(plan.id(), PaySample.day("2026-01-01"), null, PaySample.FLAT_5);
            Assignment assignment = plans.assign(plan.id(), rep, PaySample.day("2026-01-01"), null);
            plans.end(assignment.id(), PaySample.day("2026-12-31"));
            return plan;
        });

        assertThat(pay.total(rep, "2026-11")).isEqualTo("50");
        assertThat(jdbc.sql(
                                "select action from audit_records where object_ref = :ref and actor_id = :actor order by id")
                        .param("ref", ref)
                        .param("actor", finance.value())
                        .query(String.class)
                        .list())
                .containsExactly("plan.created", "plan.version-added", "plan.assigned", "plan.assignment-ended");
    }

    private static void refused(String code, Runnable change) {
        assertThatExceptionOfType(PlanFault.class)
                .isThrownBy(change::run)
                .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @OnHsqldb
    static class OnHsqldbTest extends PlansContract {}

    @OnPostgres
    static class OnPostgresTest extends PlansContract {}
}
