package org.koploper.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.koploper.access.Caller;
import org.koploper.access.Scope;
import org.koploper.commission.PlanRef;
import org.koploper.commission.Plans;
import org.koploper.ledger.Ledger;
import org.koploper.ledger.PeriodClose;
import org.koploper.storage.Ids;
import org.koploper.testing.OnHsqldb;
import org.koploper.testing.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/** An import of job roles, taken back: never as far as it says who was on which plan in a closed month. */
abstract class UndoJobRolesContract {

    @Autowired
    WebApplicationContext product;

    @Autowired
    Plans plans;

    @Autowired
    Ledger ledger;

    @Autowired
    PeriodClose close;

    @Autowired
    Ids ids;

    Api api;

    /** The last closed month, and the one after it. */
    private YearMonth closed;

    private YearMonth open;

    /** Of this test alone. */
    private String person;

    @BeforeEach
    void aClosedMonthAndSomebody() {
        api = Api.of(product, Scope.IMPORTS, Scope.STATEMENTS);
        closed = Caller.asSystem(() -> {
            YearMonth through = ledger.closed().through();
            if (through != null) {
                return through;
            }
            YearMonth longAgo = YearMonth.of(1990, 1);
            close.close(longAgo, Map.of());
            return longAgo;
        });
        open = closed.plusMonths(1);
        person = "uj-" + ids.next();
        api.taking("people", "externalId,name\n" + person + ",Undo Role\n", "");
    }

    @Test
    void aRoleFromAClosedMonthOnStaysAndIsNamedAndTheRestCanGo() {
        Api.Answer taken = taking(row("Opener", closed.atEndOfMonth(), null), row("Closer", open.atDay(20), null));

        Api.Answer refused = undo(taken, "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("violations").findValuesAsString("code")).containsExactly("period-closed");
        assertThat(refused.json().get("violations").findValuesAsString("field"))
                .containsExactly("job-roles/" + person + "/" + closed.atEndOfMonth());
        assertThat(undo(taken, "?partly=true").json().get("removed").asInt()).isEqualTo(1);
    }

    @Test
    void anotherRoleInAClosedMonthStays() {
        taking(row("Opener", closed.atDay(1), null));
        Api.Answer renamed = taking(row("Closer", closed.atDay(1), null));

        assertThat(undo(renamed, "").code()).isEqualTo("not-undone");
    }

    @Test
    void anEndIsTakenBackWhereOnlyOpenMonthsChange() {
        taking(row("Opener", closed.atDay(1), null));
        Api.Answer ended = taking(row("Opener", closed.atDay(1), open.atDay(10)));
        assertThat(undo(ended, "").status()).isEqualTo(200);

        Api.Answer endedWithTheMonth = taking(row("Opener", closed.atDay(1), closed.atEndOfMonth()));
        assertThat(undo(endedWithTheMonth, "").status())
                .as("all of the closed month it is the same")
                .isEqualTo(200);

        Api.Answer endedBefore =
                taking(row("Opener", closed.atDay(1), closed.atEndOfMonth().minusDays(1)));
        assertThat(undo(endedBefore, "").code()).isEqualTo("not-undone");
    }

    @Test
    void inOpenMonthsWhoLosesTheRoleIsPaidByItsPlanNoLonger() {
        Api.Answer taken = taking(row("Opener " + person, open.atDay(1), null));
        Caller.asSystem(() -> {
            PlanRef plan = plans.create("Role-" + person, "Role " + person, Currency.getInstance("EUR"));
            plans.addVersion(plan.id(), open.atDay(1), null, """
                    {"components": [{"name": "Commission", "flat": {"rate": "0.05"}}]}
                    """);
            plans.assignJobRole(plan.id(), "Opener " + person, open.atDay(1), null);
        });
        api.taking(
                "deals",
                "externalId,owner,stage,closedOn,value,currency\n" + person + "," + person + ",won," + open.atDay(5)
                        + ",1000,EUR\n",
                "");
        assertThat(total()).isEqualTo("50.00");

        assertThat(undo(taken, "").status()).isEqualTo(200);

        assertThat(total()).isEqualTo("0.00");
    }

    private String row(String role, LocalDate from, @Nullable LocalDate to) {
        return person + "," + role + "," + from + "," + (to == null ? "" : to) + "\n";
    }

    private Api.Answer taking(String... rows) {
        Api.Answer taken = api.taking("job-roles", "person,jobRole,from,to\n" + String.join("", rows), "");
        assertThat(taken.json().get("new").asInt() + taken.json().get("changed").asInt())
                .as(taken.text())
                .isEqualTo(rows.length);
        return taken;
    }

    private Api.Answer undo(Api.Answer taken, String query) {
        return api.call(delete("/api/v1/imports/" + taken.json().get("id") + query));
    }

    private String total() {
        return api.call(get("/api/v1/statements/" + person + "/" + open))
                .json()
                .get("total")
                .asString();
    }

    @OnHsqldb
    @TestPropertySource(properties = "koploper.test=late-truth")
    static class OnHsqldbTest extends UndoJobRolesContract {}

    @OnPostgres
    @TestPropertySource(properties = "koploper.test=late-truth")
    static class OnPostgresTest extends UndoJobRolesContract {}
}
